// A screen that asks for digits: what for, how many are there, the pad.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

ColumnLayout {
    id: room

    property string title: ""
    property string words: ""
    property int entered: 0
    property int whole: 4
    property bool open: true
    readonly property bool paned: Theme.wide
    signal back
    signal said(string digit)
    signal erased

    spacing: Theme.apart

    component Ask: ColumnLayout {
        spacing: Theme.px(Theme.reach ? 14 : 24)

        Heading {
            text: room.title
            size: Theme.reach && room.paned ? 44 : Theme.large || Theme.reach ? 60 : 68
            horizontalAlignment: room.paned ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: room.words
            size: Theme.body
            color: Theme.soft
            horizontalAlignment: room.paned ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
        }
        Entered {
            entered: room.entered
            whole: room.whole
            Layout.alignment: room.paned ? Qt.AlignLeft : Qt.AlignHCenter
        }
    }

    ScreenHead {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        onBack: room.back()
    }
    RowLayout {
        spacing: 0
        Layout.fillWidth: true
        Layout.fillHeight: true

        Ask {
            visible: room.paned
            Layout.fillWidth: false
            Layout.leftMargin: Theme.margin
            Layout.preferredWidth: room.width * 0.36
            Layout.alignment: Qt.AlignVCenter
        }
        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true
            centred: true

            Ask {
                visible: !room.paned
                Layout.fillWidth: true
            }
            Pad {
                open: room.open
                Layout.fillWidth: false
                Layout.topMargin: Theme.px(10)
                Layout.alignment: Qt.AlignHCenter
                onSaid: digit => room.said(digit)
                onErased: room.erased()
            }
        }
    }
}

// Something that a voucher paid: when, for whom, for what, how much; struck through where it was reversed.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: line

    property var row: null
    property bool current: false
    property bool focused: false
    readonly property bool gone: row?.reversed ?? false

    signal chosen
    signal opened

    objectName: "redemption-" + (row?.event ?? "")
    implicitHeight: Math.max(Theme.px(76), cells.implicitHeight + Theme.px(20))
    Accessible.role: Accessible.Button
    Accessible.name: [SessionSay.name(row?.person), VoucherSay.title(row), VoucherSay.euro(row?.cents ?? 0), gone ? qsTr("annullata") : "", row?.at ? DeskSay.moment(row.at) : ""].filter(part => part !== "").join(", ")

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: Theme.px(2)
        anchors.bottomMargin: Theme.px(2)
        radius: Theme.px(16)
        color: line.current ? "#FFF0CF" : hover.hovered ? Theme.paper : "transparent"
        border.width: line.current && line.focused ? Theme.px(4) : 0
        border.color: Theme.focus
    }
    Rectangle {
        visible: !line.current
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.max(1, Theme.px(1))
        color: Theme.line
    }
    HoverHandler {
        id: hover
    }
    MouseArea {
        anchors.fill: parent
        onClicked: line.chosen()
        onDoubleClicked: line.opened()
    }
    RowLayout {
        id: cells
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(14)
        anchors.rightMargin: Theme.px(18)
        spacing: Theme.px(16)

        Creature {
            kind: line.row?.person?.creature ?? ""
            side: Theme.px(46)
        }
        ColumnLayout {
            spacing: Theme.px(4)
            Layout.fillWidth: true

            Words {
                text: VoucherSay.title(line.row)
                size: 23
                font.weight: Font.Bold
                color: line.gone ? Theme.soft : Theme.ink
                Layout.fillWidth: true
            }
            Words {
                text: VoucherSay.along([VoucherSay.read(line.row?.person), line.row?.provider ?? "", line.row?.at ? DeskSay.moment(line.row.at) : "", VoucherSay.means(line.row?.means ?? "")])
                size: 20
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
        ColumnLayout {
            spacing: Theme.px(4)

            Words {
                text: VoucherSay.euro(line.row?.cents ?? 0)
                size: 24
                font.weight: Font.Bold
                font.strikeout: line.gone
                color: line.gone ? Theme.soft : Theme.ink
                wrapMode: Text.NoWrap
                Layout.alignment: Qt.AlignRight
            }
            Words {
                visible: line.gone
                text: qsTr("annullata")
                size: 20
                font.weight: Font.DemiBold
                color: Theme.soft
                wrapMode: Text.NoWrap
                Layout.alignment: Qt.AlignRight
            }
        }
    }
}

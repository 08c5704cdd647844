// One thing that needs a person: a bar in the colour of its weight, what it is in words, whom it is about, what to do.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: row

    required property string words
    property string about: ""
    property string creature: ""
    property string picture: "" // where it is about nobody
    property bool grave: false
    property string to: ""
    property string toLabel: ""
    property string look: ""
    property string close: ""

    signal go(string path)
    signal act(string path)

    implicitHeight: Math.max(Theme.px(92), line.implicitHeight + 2 * Theme.px(16))

    Plate {
        anchors.fill: parent
        radius: Theme.px(20)
    }
    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.px(8)
        height: parent.height - 2 * Theme.px(18)
        radius: width / 2
        color: row.grave ? "#B4342A" : Theme.wait
    }
    RowLayout {
        id: line
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(48)
        anchors.rightMargin: Theme.px(20)
        spacing: Theme.px(20)

        Picture {
            visible: row.creature === "" && row.picture !== ""
            name: row.picture || "icon-voucher"
            side: Theme.px(56)
        }
        Creature {
            visible: row.creature !== ""
            kind: row.creature
            side: Theme.px(56)
        }
        ColumnLayout {
            spacing: Theme.px(4)
            Layout.fillWidth: true

            Words {
                text: row.words
                size: 25
                font.weight: Font.DemiBold
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: row.about
                size: 22
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
        DeskButton {
            visible: row.look !== ""
            label: qsTr("Visto")
            tone: "paper"
            Accessible.description: row.words
            onTapped: row.act(row.look)
        }
        DeskButton {
            visible: row.close !== ""
            label: qsTr("È risolto")
            tone: "paper"
            Accessible.description: row.words
            onTapped: row.act(row.close)
        }
        DeskButton {
            visible: row.to !== ""
            label: row.toLabel
            tone: "paper"
            Accessible.description: row.words
            onTapped: row.go(row.to)
        }
    }
}

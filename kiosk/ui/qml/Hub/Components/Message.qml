// A calm message: one big picture, a few words, in the middle of the room. Side by side where the room is low.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: message

    property string picture: ""
    property string title: ""
    property string words: ""
    property real room: 0 // the height there is without scrolling
    property bool low: width > room * 1.15

    implicitHeight: Math.max(room, grid.implicitHeight)

    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columns: message.low ? 2 : 1
        columnSpacing: Theme.px(64)
        rowSpacing: Theme.px(44)

        Picture {
            name: message.picture || "empty"
            directional: message.picture === "hello"
            side: Math.max(Theme.px(160), Math.min(Theme.px(680), message.low ? Math.min(message.room * 0.94, message.width * 0.4) : message.room * 0.5))
            Layout.alignment: Qt.AlignCenter
            Layout.leftMargin: message.low ? Theme.px(40) : 0
        }
        ColumnLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true

            Heading {
                text: message.title
                size: Theme.title
                horizontalAlignment: message.low ? Text.AlignLeft : Text.AlignHCenter
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: message.words
                size: 44
                color: Theme.soft
                horizontalAlignment: message.low ? Text.AlignLeft : Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
    }
}

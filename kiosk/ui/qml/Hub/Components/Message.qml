// A calm message: one big picture, a few words. Side by side where the screen is low.
import QtQuick
import QtQuick.Layouts
import Hub.Style

GridLayout {
    id: message

    property string picture: ""
    property string title: ""
    property string words: ""
    property real room: height // how tall the picture may be counted from
    readonly property bool low: width > room * 1.15

    columns: low ? 2 : 1
    columnSpacing: Theme.px(64)
    rowSpacing: Theme.px(30)

    Picture {
        visible: message.picture !== ""
        name: message.picture || "empty"
        side: Math.round(Math.max(Theme.px(160), Math.min(Theme.px(620), message.low ? Math.min(message.room * 0.9, message.width * 0.4) : message.room * 0.5)))
        Layout.alignment: Qt.AlignCenter
    }
    ColumnLayout {
        spacing: Theme.px(20)
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.px(1100)
        Layout.alignment: Qt.AlignCenter

        Heading {
            text: message.title
            size: Theme.title
            lineHeight: 1
            horizontalAlignment: message.low ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: message.words
            size: 42
            color: Theme.soft
            horizontalAlignment: message.low ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}

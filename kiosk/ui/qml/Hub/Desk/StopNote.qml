// Why something cannot be done now, in words: a red bar, a shape, one sentence.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Rectangle {
    id: note

    required property string words
    property bool grave: true

    implicitHeight: row.implicitHeight + 2 * Theme.px(16)
    radius: Theme.px(18)
    color: grave ? "#FCE9E6" : "#FFEFC9"
    border.width: Math.max(1, Theme.px(2.5))
    border.color: grave ? "#B4342A" : "#8A5A00"

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(20)
        anchors.rightMargin: Theme.px(22)
        spacing: Theme.px(16)

        Picture {
            name: note.grave ? "state-stop" : "ask-first"
            side: Theme.px(38)
        }
        Words {
            objectName: "why"
            text: note.words
            size: 23
            font.weight: Font.DemiBold
            color: note.grave ? "#8E2A18" : Theme.ink
            Layout.fillWidth: true
            Accessible.role: Accessible.AlertMessage
        }
    }
}

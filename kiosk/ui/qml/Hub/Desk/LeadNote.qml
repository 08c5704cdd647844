// Why this desk only shows what is given elsewhere: kindly, with the place to go.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Rectangle {
    id: note

    property var lead: null

    visible: (lead ?? null) !== null && !lead.edits
    radius: Theme.px(18)
    color: "#E8EEFC"
    implicitHeight: line.implicitHeight + 2 * Theme.px(14)

    RowLayout {
        id: line
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(22)
        anchors.rightMargin: Theme.px(22)
        spacing: Theme.px(16)

        Picture {
            name: "signpost"
            side: Theme.px(46)
        }
        Words {
            objectName: "lead-note"
            text: CalendarSay.lead(note.lead)
            size: 22
            font.weight: Font.DemiBold
            color: "#1A4199"
            Layout.fillWidth: true
        }
    }
}

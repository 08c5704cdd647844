// A station of the hub was not heard for long: whoever came in there may be missing from the register.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: note

    property var missing: []

    visible: missing.length > 0
    implicitHeight: row.implicitHeight + 2 * Theme.px(14)

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(18)
        color: "#FCE9E6"
        border.width: Math.max(1, Theme.px(2))
        border.color: "#B4342A"
    }
    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(16)
        anchors.rightMargin: Theme.px(16)
        spacing: Theme.px(12)

        Picture {
            name: "ask-first"
            side: Theme.px(36)
        }
        Words {
            text: note.missing.map(one => one.at ? qsTr("%1: sentita l’ultima volta %2").arg(one.name).arg(DeskSay.moment(one.at)) : qsTr("%1: mai sentita").arg(one.name)).join("\n")
            size: 20
            font.weight: Font.DemiBold
            color: "#8E2A18"
            Layout.fillWidth: true
        }
    }
}

// Today's programme on the idle screen: as many lines as there is room for, whole ones only.
pragma ComponentBehavior: Bound
import QtQuick
import Hub.Style

Item {
    id: programme

    required property var cards

    visible: (cards ?? []).length > 0

    Column {
        id: column
        width: parent.width
        spacing: Theme.px(16)

        Heading {
            text: qsTr("Oggi all’hub")
            width: parent.width
            opacity: column.height > 0 && programme.height > height + Theme.px(180) ? 1 : 0
        }
        Repeater {
            model: programme.cards ?? []

            Plate {
                id: sheet
                required property var modelData
                width: column.width
                height: line.implicitHeight + 2 * Theme.px(18)
                radius: Theme.radiusButton
                opacity: y + height <= programme.height ? 1 : 0

                ActivityLine {
                    id: line
                    card: sheet.modelData
                    spoken: true
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.leftMargin: Theme.px(36)
                    anchors.rightMargin: Theme.px(36)
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
}

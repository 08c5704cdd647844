// The dates of an activity, each to be touched by who wants to come; or the opening hours of a standing offer.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

ColumnLayout {
    id: list

    required property var sessions
    required property var hours

    signal chosen(string id)

    visible: dates.count + lines.count > 0
    spacing: Theme.gap

    Heading {
        text: dates.count > 0 ? qsTr("Le date") : qsTr("Gli orari")
        Layout.fillWidth: true
    }
    Repeater {
        id: dates
        model: list.sessions ?? []

        SessionLine {
            required property var modelData
            required property int index
            session: modelData
            objectName: "session-" + index
            Layout.fillWidth: true
            onTapped: list.chosen(modelData.id)
        }
    }
    Repeater {
        id: lines
        model: dates.count > 0 ? [] : list.hours ?? []

        Item {
            id: entry
            required property var modelData
            implicitHeight: grid.implicitHeight + 2 * Theme.px(18)
            Layout.fillWidth: true

            Plate {
                anchors.fill: parent
                radius: Theme.radiusChip
                raised: false
                color: Theme.card
            }
            GridLayout {
                id: grid
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.leftMargin: Theme.px(32)
                anchors.rightMargin: Theme.px(32)
                anchors.verticalCenter: parent.verticalCenter
                columns: Theme.large && !Theme.wide ? 1 : 2
                columnSpacing: Theme.px(24)
                rowSpacing: 0

                Words {
                    text: Say.weekday(entry.modelData?.weekday ?? 1)
                    font.weight: Font.DemiBold
                    Layout.fillWidth: true
                }
                Words {
                    text: (entry.modelData?.spans ?? []).join("   ")
                    font.weight: Font.Bold
                    Layout.fillWidth: grid.columns === 1
                }
            }
        }
    }
}

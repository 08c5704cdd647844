// The dates of an activity, or the opening hours of a standing offer.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

ColumnLayout {
    id: list

    required property var sessions
    required property var hours

    visible: lines.count > 0
    spacing: Theme.px(12)

    Heading {
        text: (list.sessions ?? []).length > 0 ? qsTr("Le date") : qsTr("Gli orari")
        Layout.fillWidth: true
    }
    Repeater {
        id: lines
        model: (list.sessions ?? []).length > 0 ? list.sessions : list.hours ?? []

        Item {
            id: entry
            required property var modelData
            readonly property bool dated: modelData?.weekday === undefined
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
                columns: Theme.large && !Theme.wide ? 1 : 3
                columnSpacing: Theme.px(24)
                rowSpacing: 0

                Words {
                    text: entry.dated ? Say.day(entry.modelData?.day ?? "", entry.modelData?.dayWord ?? "") : Say.weekday(entry.modelData?.weekday ?? 1)
                    font.weight: Font.DemiBold
                    Layout.fillWidth: true
                }
                Words {
                    text: !entry.dated ? (entry.modelData?.spans ?? []).join("   ") : [entry.modelData?.time ?? "", entry.modelData?.until ?? ""].filter(t => t !== "").join("-")
                    font.weight: Font.Bold
                    Layout.fillWidth: grid.columns === 1
                }
                PlacesWords {
                    visible: text !== ""
                    places: entry.modelData?.places ?? ""
                    Layout.fillWidth: grid.columns === 1
                    horizontalAlignment: grid.columns === 1 ? Text.AlignLeft : Text.AlignRight
                    Layout.preferredWidth: grid.columns === 1 ? -1 : Theme.px(210)
                }
            }
        }
    }
}

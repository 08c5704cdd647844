// The ways to look for an activity, as chips, and under them the pillars or the ages to choose from.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

ColumnLayout {
    id: ways

    required property string listing
    required property string pillar
    required property var pillars
    required property string band
    required property var bands
    signal intent(string path)

    // On a small screen seven pictures of a finger's size do not fit side by side.
    readonly property int fit: Math.floor((width + Theme.gap) / (Theme.childTarget + Theme.gap))
    readonly property int rowful: Theme.wide && !Theme.large ? 4 : 7

    spacing: Theme.gap

    GridLayout {
        columns: Theme.wide ? Theme.large ? 5 : 3 : Theme.large ? 2 : 5
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true
        Layout.fillWidth: true
        Layout.fillHeight: false

        Repeater {
            model: ["all", "today", "week", "age", "near"]

            Chip {
                required property string modelData
                objectName: "way-" + modelData
                label: Say.listing(modelData)
                picture: "icon-" + modelData
                chosen: ways.listing === modelData
                onTapped: ways.intent("browse/" + modelData)
            }
        }
    }
    Words {
        visible: ways.listing === "age"
        text: qsTr("Quanti anni hai?")
        size: Theme.heading
        font.weight: Font.Bold
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(10)
    }
    GridLayout {
        visible: ways.listing === "age"
        columns: Theme.wide && !Theme.large ? 2 : Theme.large && !Theme.wide ? 2 : 4
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true
        Layout.fillWidth: true
        Layout.fillHeight: false

        Repeater {
            model: ways.bands

            Chip {
                required property var modelData
                objectName: "band-" + modelData.id
                label: Say.ages(modelData.minAge, modelData.maxAge)
                least: Theme.childTarget
                chosen: ways.band === modelData.id
                onTapped: ways.intent("browse/age/" + modelData.id)
            }
        }
    }
    GridLayout {
        visible: ways.listing !== "age"
        columns: ways.fit >= ways.rowful ? ways.rowful : Math.max(1, Math.min(4, ways.fit))
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true
        Layout.fillWidth: true
        Layout.fillHeight: false

        Repeater {
            model: ways.pillars

            Chip {
                required property string modelData
                objectName: "pillar-" + modelData
                label: Say.pillar(modelData)
                words: ""
                least: Theme.childTarget
                picture: "pillar-" + modelData
                pictureSide: 72
                sideways: false
                chosen: ways.pillar === modelData
                onTapped: ways.intent("browse/pillar/" + modelData)
            }
        }
    }
}

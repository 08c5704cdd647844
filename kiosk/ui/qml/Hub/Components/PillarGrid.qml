// The seven pillars and "all", by picture.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

GridLayout {
    id: grid

    required property var pillars
    signal intent(string path)

    columns: Theme.large && !Theme.wide ? 2 : 4
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    uniformCellWidths: true

    Repeater {
        model: (grid.pillars ?? []).concat([""])

        PillarTile {
            required property string modelData
            pillar: modelData
            Layout.fillWidth: true
            Layout.fillHeight: true
            onTapped: grid.intent(all ? "browse/all" : "browse/pillar/" + pillar)
        }
    }
}

// One of the seven pillars, or all of them: a drawn thing, a tint and a word.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: tile

    property string pillar: "" // "" means all
    readonly property bool all: pillar === ""
    readonly property bool sideways: Theme.large && !Theme.wide

    objectName: all ? "browse-all" : "pillar-" + pillar
    label: all ? Say.listing("all") : Say.pillar(pillar)
    radius: Theme.radiusTile
    least: Theme.childTarget
    implicitHeight: Math.max(least, grid.implicitHeight + 2 * Theme.px(sideways ? 18 : Theme.wide ? 10 : 12))

    Plate {
        readonly property color ground: tile.all ? Theme.card : Theme.tint(tile.pillar)
        anchors.fill: parent
        radius: tile.radius
        raised: tile.all
        color: tile.down ? Qt.darker(ground, 1.1) : ground
        outline: Theme.deep(tile.pillar)
    }
    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(tile.sideways ? 24 : 10)
        anchors.rightMargin: Theme.px(tile.sideways ? 16 : 10)
        anchors.verticalCenter: parent.verticalCenter
        columns: tile.sideways ? 2 : 1
        rowSpacing: Theme.px(2)
        columnSpacing: Theme.px(18)

        Picture {
            name: tile.all ? "icon-all" : "pillar-" + tile.pillar
            side: Theme.px(tile.all && !tile.sideways ? 84 : Theme.wide ? 86 : 102)
            Layout.alignment: tile.sideways ? Qt.AlignVCenter : Qt.AlignHCenter
            Layout.margins: tile.all && !tile.sideways ? Theme.px(4) : 0
        }
        Words {
            text: tile.label
            spoken: false
            size: 32
            font.weight: Font.Bold
            color: Theme.deep(tile.pillar)
            horizontalAlignment: tile.sideways ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}

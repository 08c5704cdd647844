// Somebody as a large tile: their creature, their name, and whether they are here. A shape says it, too, not colour alone.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: tile

    required property string kind // of creature
    required property string name
    required property string note
    property string badge: "" // the picture in the corner, "" for none
    property bool chosen: badge !== ""
    property bool sure: false // it is so already: no touch changes it
    property bool sideways: false
    property real creature: Theme.px(190)

    label: Say.joined([name, note])
    radius: Theme.radiusTile
    least: Theme.childTarget
    enabled: !sure
    implicitHeight: Math.max(least, inside.implicitHeight + 2 * Theme.px(sideways ? 20 : 26))
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: chosen

    Plate {
        anchors.fill: parent
        radius: tile.radius
        raised: tile.chosen && !tile.down
        color: tile.down ? Theme.line : tile.chosen ? Theme.card : Theme.dimmed
        outline: tile.sure ? Theme.done : tile.chosen ? Theme.ink : Theme.edge
        outlineWidth: tile.chosen ? Math.max(2, Theme.px(7)) : Math.max(1, Theme.px(Theme.highContrast ? 4 : 2))
    }
    GridLayout {
        id: inside
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(tile.sideways ? 32 : 18)
        anchors.rightMargin: Theme.px(tile.sideways ? 110 : 18)
        anchors.verticalCenter: parent.verticalCenter
        columns: tile.sideways ? 2 : 1
        columnSpacing: Theme.px(28)
        rowSpacing: Theme.px(8)

        Creature {
            kind: tile.kind
            side: tile.creature
            Layout.alignment: Qt.AlignCenter
            Layout.fillWidth: false
        }
        ColumnLayout {
            spacing: Theme.px(4)
            Layout.fillWidth: true

            Words {
                text: tile.name
                spoken: false
                size: Theme.tile
                font.weight: Font.Bold
                horizontalAlignment: tile.sideways ? Text.AlignLeft : Text.AlignHCenter
                Layout.fillWidth: true
            }
            Words {
                text: tile.note
                spoken: false
                size: 34
                font.weight: tile.chosen ? Font.DemiBold : Font.Normal
                color: tile.sure ? Theme.done : tile.chosen ? Theme.ink : Theme.soft
                horizontalAlignment: tile.sideways ? Text.AlignLeft : Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
    }
    Picture {
        visible: tile.badge !== ""
        name: tile.badge || "badge-coming"
        side: Theme.px(76)
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.px(20)
    }
}

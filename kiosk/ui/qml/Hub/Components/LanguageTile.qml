// One language, by its own name; the one spoken now has a thick edge and a tick.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: tile

    required property var choice
    property bool chosen: false

    objectName: "language-" + (choice?.tag ?? "")
    label: choice?.ownName ?? ""
    radius: Theme.radiusTile
    least: Theme.childTarget
    implicitHeight: Math.max(least, Theme.px(220), name.implicitHeight + 2 * Theme.px(40))
    Accessible.checkable: true
    Accessible.checked: chosen

    Plate {
        anchors.fill: parent
        radius: tile.radius
        color: tile.down ? Theme.dimmed : Theme.card
        raised: !tile.down
        outline: tile.chosen ? Theme.done : Theme.ink
        outlineWidth: tile.chosen ? Theme.px(9) : Theme.highContrast ? Theme.px(4) : 0
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.px(40)
        spacing: Theme.px(16)

        Words {
            id: name
            text: tile.label
            spoken: false
            size: 58
            font.weight: Font.Bold
            Layout.fillWidth: true
        }
        Picture {
            visible: tile.chosen
            name: "icon-chosen"
            side: Theme.px(72)
        }
    }
}

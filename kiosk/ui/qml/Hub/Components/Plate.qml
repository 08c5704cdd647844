// The ground of a card or a button: a rounded sheet with one soft shadow, outlined in the 7:1 theme.
import QtQuick
import Hub.Style

Item {
    id: plate

    property color color: Theme.card
    property color outline: Theme.ink
    property real outlineWidth: Theme.highContrast ? Math.max(2, Theme.px(4)) : 0
    property real radius: Theme.radiusTile
    property bool raised: true

    Rectangle {
        visible: plate.raised && !Theme.highContrast
        x: -Theme.px(3)
        y: Theme.px(3)
        width: plate.width + 2 * Theme.px(3)
        height: plate.height + Theme.px(5)
        radius: Math.min(plate.radius + Theme.px(3), height / 2)
        color: Theme.shade
    }
    Rectangle {
        visible: plate.raised && !Theme.highContrast
        x: 0
        y: Theme.px(4)
        width: plate.width
        height: plate.height
        radius: Math.min(plate.radius, height / 2)
        color: Theme.shade
    }
    Rectangle {
        anchors.fill: parent
        radius: Math.min(plate.radius, height / 2)
        color: plate.color
        border.width: plate.outlineWidth
        border.color: plate.outline
    }
}

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

    BorderImage {
        visible: plate.raised && !Theme.highContrast
        anchors.fill: parent
        anchors.margins: -24
        source: Theme.picture("shadow.png")
        border.left: 72
        border.right: 72
        border.top: 72
        border.bottom: 72
        Accessible.ignored: true
    }
    Rectangle {
        anchors.fill: parent
        radius: Math.min(plate.radius, height / 2)
        color: plate.color
        border.width: plate.outlineWidth
        border.color: plate.outline
    }
}

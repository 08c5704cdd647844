// The ground of the one yellow thing: a sun that stands up, and goes down under a finger.
import QtQuick
import Hub.Style

Item {
    id: plate

    property bool down: false
    property real radius: Theme.radiusTile

    Plate {
        anchors.fill: parent
        anchors.topMargin: Theme.px(8)
        radius: plate.radius
        color: Theme.sunEdge
    }
    Rectangle {
        anchors.fill: parent
        anchors.topMargin: plate.down ? Theme.px(8) : 0
        anchors.bottomMargin: plate.down ? 0 : Theme.px(8)
        radius: Math.min(plate.radius, height / 2)
        color: Theme.sun
        border.color: Theme.ink
        border.width: Theme.highContrast ? Theme.px(4) : 0
    }
}

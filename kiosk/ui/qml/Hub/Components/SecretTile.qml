// One of the nine pictures. Touched, it goes pale: there and then, for the one who touches.
import QtQuick
import Hub.Style

Press {
    id: tile

    required property string name
    property bool touched: false

    objectName: "picture-" + name + "-done"
    label: Secrets.word(name)
    radius: Theme.radiusTile
    least: Theme.childTarget
    enabled: !touched

    Plate {
        anchors.fill: parent
        radius: tile.radius
        raised: !tile.touched && !tile.down
        color: tile.touched || tile.down ? Theme.dimmed : Theme.card
    }
    Picture {
        anchors.centerIn: parent
        name: "picture-" + tile.name
        side: Math.round(tile.width * 0.74)
        opacity: tile.touched ? 0.3 : 1
    }
}

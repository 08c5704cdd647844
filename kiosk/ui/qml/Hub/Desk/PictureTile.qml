// One of the nine pictures; chosen, it says which place it has.
import QtQuick
import Hub.Style
import Hub.Components

Press {
    id: tile

    required property string picture
    property int place: 0 // 1 to 3 once chosen
    property string key: ""

    function hit() {
        tapped();
    }

    label: place > 0 ? qsTr("%1: %2").arg(place).arg(FamilySay.picture(picture)) : FamilySay.picture(picture)
    radius: Theme.px(24)
    implicitWidth: Theme.px(230)
    implicitHeight: Theme.px(200)
    Component.onCompleted: Hotkeys.add(tile)
    Component.onDestruction: Hotkeys.remove(tile)

    Plate {
        anchors.fill: parent
        radius: tile.radius
        color: tile.place > 0 ? Theme.sun : tile.down ? Theme.line : Theme.card
        outlineWidth: tile.place > 0 ? Theme.px(4) : 0
    }
    Picture {
        anchors.centerIn: parent
        name: "picture-" + tile.picture
        side: Math.min(parent.width, parent.height) * 0.72
    }
    KeyHint {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: Theme.px(12)
        key: tile.key
    }
    Rectangle {
        visible: tile.place > 0
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.px(10)
        width: Theme.px(48)
        height: width
        radius: width / 2
        color: Theme.ink

        Words {
            anchors.centerIn: parent
            text: String(tile.place)
            spoken: false
            size: 28
            font.weight: Font.Bold
            color: Theme.onDark
        }
    }
}

// A small choice in a row of choices: a picture and a word; the chosen one is dark and ticked by its outline.
import QtQuick
import Hub.Style

Press {
    id: chip

    property string words: label
    property string picture: ""
    property real pictureSide: 54
    property bool chosen: false

    radius: Theme.radiusChip
    implicitWidth: Math.max(least, inside.implicitWidth + 2 * Theme.px(26))
    implicitHeight: Math.max(least, inside.implicitHeight + 2 * Theme.px(14))
    Accessible.checkable: true
    Accessible.checked: chosen

    Plate {
        anchors.fill: parent
        radius: chip.radius
        raised: !chip.chosen
        color: chip.down ? Theme.line : chip.chosen ? Theme.sun : Theme.card
        outline: Theme.ink
        outlineWidth: chip.chosen ? Math.max(2, Theme.px(5)) : Theme.highContrast ? Math.max(1, Theme.px(3)) : 0
    }
    Row {
        id: inside
        anchors.centerIn: parent
        spacing: Theme.px(14)

        Picture {
            visible: chip.picture !== ""
            name: chip.picture || "icon-tick"
            side: Theme.px(chip.pictureSide)
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            visible: text !== ""
            text: chip.words
            spoken: false
            size: 34
            font.weight: Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
            wrapMode: Text.NoWrap
        }
    }
}

// A small choice among others: a picture over a word (beside it in large text); the chosen one is sun with a dark edge.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: chip

    property string words: label
    property string picture: ""
    property real pictureSide: 60
    property bool chosen: false
    property bool sideways: Theme.large

    radius: Theme.radiusChip
    implicitHeight: Math.max(least, inside.implicitHeight + 2 * Theme.px(14))
    Accessible.checkable: true
    Accessible.checked: chosen
    Layout.fillWidth: true
    Layout.fillHeight: true

    Plate {
        anchors.fill: parent
        radius: chip.radius
        raised: !chip.chosen
        color: chip.down ? Theme.line : chip.chosen ? Theme.sun : Theme.card
        outline: Theme.ink
        outlineWidth: chip.chosen ? Math.max(2, Theme.px(5)) : Theme.highContrast ? Math.max(1, Theme.px(3)) : 0
    }
    GridLayout {
        id: inside
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(10)
        anchors.rightMargin: Theme.px(10)
        anchors.verticalCenter: parent.verticalCenter
        columns: chip.sideways ? 2 : 1
        columnSpacing: Theme.px(14)
        rowSpacing: Theme.px(6)

        Picture {
            visible: chip.picture !== ""
            name: chip.picture || "icon-tick"
            side: Theme.px(chip.pictureSide)
            Layout.alignment: Qt.AlignCenter
            Layout.fillWidth: false
        }
        Words {
            visible: text !== ""
            text: chip.words
            spoken: false
            size: 30
            font.weight: Font.DemiBold
            horizontalAlignment: chip.sideways && chip.picture !== "" ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
        }
    }
}

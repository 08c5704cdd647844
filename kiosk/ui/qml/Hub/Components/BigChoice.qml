// One of two answers: a large picture over a word, beside it where the room is low.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: choice

    required property string picture
    property bool directional: false
    readonly property bool sideways: Theme.wide || Theme.large || Theme.reach

    radius: Theme.radiusTile
    least: Theme.childTarget
    implicitHeight: Math.max(least, inside.implicitHeight + 2 * Theme.px(sideways ? 24 : 40))

    Plate {
        anchors.fill: parent
        radius: choice.radius
        raised: choice.enabled && !choice.down
        color: !choice.enabled ? Theme.dimmed : choice.down ? Theme.line : Theme.card
        outline: Theme.ink
        outlineWidth: Math.max(2, Theme.px(choice.enabled ? 6 : 2))
    }
    GridLayout {
        id: inside
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.px(28)
        anchors.verticalCenter: parent.verticalCenter
        columns: choice.sideways ? 2 : 1
        columnSpacing: Theme.px(28)
        rowSpacing: Theme.px(16)

        Picture {
            name: choice.picture
            directional: choice.directional
            side: Theme.px(choice.sideways ? 130 : 230)
            Layout.alignment: Qt.AlignCenter
            Layout.fillWidth: false
        }
        Words {
            text: choice.label
            spoken: false
            size: 54
            font.weight: Font.Bold
            color: choice.enabled ? Theme.ink : Theme.soft
            horizontalAlignment: choice.sideways ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}

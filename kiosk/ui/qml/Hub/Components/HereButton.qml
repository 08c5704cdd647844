// "We are here": the yellow answer of a screen, with the faces of whoever it speaks of.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: here

    property var kinds: [] // of creatures
    property real size: 56
    readonly property int shown: Theme.large ? 0 : Math.min(kinds.length, 5)

    radius: Theme.radiusTile
    least: Theme.childTarget
    implicitHeight: Math.max(least, Theme.px(Theme.wide ? 150 : 176), inside.implicitHeight + 2 * Theme.px(26))

    SunPlate {
        anchors.fill: parent
        visible: here.enabled
        radius: here.radius
        down: here.down
    }
    Plate {
        anchors.fill: parent
        visible: !here.enabled
        radius: here.radius
        raised: false
        color: Theme.dimmed
    }
    RowLayout {
        id: inside
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -Theme.px(4)
        width: Math.min(implicitWidth, here.width - 2 * Theme.px(28))
        spacing: Theme.px(26)

        Row {
            visible: here.shown > 0
            spacing: -Theme.px(18)
            Layout.fillWidth: false

            Repeater {
                model: here.shown

                Creature {
                    required property int index
                    kind: here.kinds[index] ?? ""
                    side: Theme.px(92)
                }
            }
        }
        Words {
            text: here.label
            spoken: false
            size: here.size
            font.weight: Font.Bold
            color: here.enabled ? Theme.ink : Theme.soft
            horizontalAlignment: here.shown > 0 ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}

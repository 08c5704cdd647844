// One part of a list and how many are in it; the one that is shown is dark.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: chip

    property int count: 0
    property bool chosen: false

    least: Theme.px(46)
    radius: least / 2
    implicitWidth: inside.implicitWidth + 2 * Theme.px(20)
    implicitHeight: least
    Accessible.checkable: true
    Accessible.checked: chosen

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: chip.chosen ? Theme.ink : chip.down ? Theme.line : Theme.paper
    }
    RowLayout {
        id: inside
        anchors.centerIn: parent
        spacing: Theme.px(9)

        Words {
            text: chip.label
            spoken: false
            size: 21
            font.weight: Font.DemiBold
            color: chip.chosen ? Theme.onDark : Theme.ink
            wrapMode: Text.NoWrap
        }
        Words {
            text: String(chip.count)
            spoken: false
            size: 21
            color: chip.chosen ? "#D9DBE8" : Theme.soft
            wrapMode: Text.NoWrap
        }
    }
}

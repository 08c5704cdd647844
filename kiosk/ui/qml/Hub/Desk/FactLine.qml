// A fact in a line: what it is, how it stands; in red words where somebody has to see to it.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

RowLayout {
    id: line

    property string name: ""
    property string value: ""
    property bool alarming: false

    spacing: Theme.px(20)

    Words {
        text: line.name
        size: 23
        font.weight: Font.DemiBold
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.px(300)
    }
    Words {
        text: line.value
        size: 23
        font.weight: line.alarming ? Font.DemiBold : Font.Normal
        color: line.alarming ? "#B4342A" : Theme.soft
        horizontalAlignment: Text.AlignRight
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.px(340)
    }
}

// How somebody stands: a shape and a word, in the colour that is the same everywhere.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

RowLayout {
    id: mark

    property string state_: "" // arrived, present, expected, left, stop
    property string text: DaySay.state(state_)
    property real size: 23

    spacing: Theme.px(10)

    Picture {
        name: "state-" + (mark.state_ || "expected")
        side: Theme.px(mark.size * 1.25)
    }
    Words {
        text: mark.text
        size: mark.size
        font.weight: Font.DemiBold
        color: mark.state_ === "stop" ? "#B4342A" : DaySay.ink(mark.state_)
        Layout.fillWidth: true
    }
}

// How somebody stands in a session: a shape and a word, the same everywhere.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

RowLayout {
    id: mark

    property string state_: ""
    property string text: SessionSay.state(state_)
    property real size: 23

    spacing: Theme.px(10)

    Picture {
        name: "signup-" + (mark.state_ || "waiting")
        side: Theme.px(mark.size * 1.25)
    }
    Words {
        text: mark.text
        size: mark.size
        font.weight: Font.DemiBold
        color: SessionSay.ink(mark.state_)
        Layout.fillWidth: true
    }
}

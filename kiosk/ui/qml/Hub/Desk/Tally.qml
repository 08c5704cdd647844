// How many of something there are: its shape, the number and the word.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

RowLayout {
    id: tally

    required property string picture
    required property string label
    property color ink: Theme.soft

    spacing: Theme.px(9)

    Picture {
        name: tally.picture
        side: Theme.px(26)
    }
    Words {
        text: tally.label
        size: 20
        font.weight: Font.DemiBold
        color: tally.ink
        Layout.fillWidth: true
    }
}

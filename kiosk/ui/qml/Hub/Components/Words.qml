// A piece of text: wraps, never cuts, reads from the side the screen reads from.
import QtQuick
import Hub.Style

Text {
    id: words

    property real size: Theme.body
    property bool spoken: true // false inside a control that says the same in its own name

    font.family: Theme.family(text)
    font.pixelSize: Theme.font(size)
    color: Theme.ink
    lineHeight: Theme.family(text) === Theme.arabic ? 1 : size >= 56 ? 0.76 : 0.86
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: !spoken
}

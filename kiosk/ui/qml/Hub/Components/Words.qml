// A piece of text: wraps, never cuts, reads from the side the screen reads from.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Text {
    id: words

    property real size: Theme.body
    // Both families carry much air above and below their letters; a layout may take some of it back.
    readonly property real air: font.pixelSize * (script === Theme.arabic ? 0.18 : 0.12)
    readonly property string script: Theme.family(text)
    property bool spoken: true // false inside a control that says the same in its own name

    font.family: script
    font.pixelSize: Theme.font(size)
    color: Theme.ink
    lineHeight: script === Theme.arabic ? 0.8 : size >= 56 ? 0.8 : 0.86
    wrapMode: Text.Wrap
    leftPadding: script === Theme.arabic ? 2 : 0
    rightPadding: leftPadding
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft
    Layout.topMargin: -air
    Layout.bottomMargin: -air
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: !spoken
}

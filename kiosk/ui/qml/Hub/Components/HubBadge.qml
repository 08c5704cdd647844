// The hub's name: one or two lines of at most fifteen capitals.
pragma ComponentBehavior: Bound
import QtQuick
import Hub.Style

Rectangle {
    id: badge

    required property var lines
    property real size: Theme.wide ? 31 : 35

    implicitWidth: names.implicitWidth + 2 * Theme.px(27)
    implicitHeight: names.implicitHeight + 2 * Theme.px(14)
    radius: Theme.px(24)
    color: Theme.ink
    Accessible.role: Accessible.StaticText
    Accessible.name: (lines ?? []).join(" ")

    Column {
        id: names
        anchors.centerIn: parent

        Repeater {
            model: badge.lines ?? []

            Words {
                required property string modelData
                text: modelData.toUpperCase()
                spoken: false
                font.family: Theme.labels
                font.pixelSize: Math.round(Theme.px(badge.size) * (1 + (Theme.textScale - 1) / 2))
                font.weight: Font.Bold
                font.letterSpacing: Theme.px(2)
                wrapMode: Text.NoWrap
                color: Theme.onDark
                lineHeight: 0.94
                anchors.left: parent?.left
            }
        }
    }
}

// The key that saves a hand, beside the word it stands for.
import QtQuick
import Hub.Style
import Hub.Components

Rectangle {
    id: hint

    required property string key
    property bool onDark: false

    visible: key !== ""
    implicitWidth: Math.max(implicitHeight, cap.implicitWidth + Theme.px(14))
    implicitHeight: Theme.px(30)
    radius: Theme.px(7)
    color: "transparent"
    border.width: Math.max(1, Theme.px(1.5))
    border.color: onDark ? "#8E93B0" : Theme.edge

    Words {
        id: cap
        anchors.centerIn: parent
        text: hint.key
        spoken: false
        size: 21
        font.weight: Font.DemiBold // a slash is thin
        color: hint.onDark ? "#D9DBE8" : Theme.ink
        wrapMode: Text.NoWrap
    }
}

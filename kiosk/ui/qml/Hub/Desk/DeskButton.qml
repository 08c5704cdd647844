// A button of the desk: white on paper, paper on a white sheet, dark, sun, or red words; the key that does the same is in it.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: button

    property string tone: "card" // card, paper, dark, sun, ask, flat
    property string key: "" // as it is shown; one letter alone is a hot key
    property string sequence: "" // a chord, as Qt listens to it: "Ctrl+Z"
    property string picture: ""
    property real size: 23
    readonly property color ground: !enabled && tone === "dark" ? Theme.dimmed : ({
            "dark": Theme.ink,
            "sun": Theme.sun,
            "paper": Theme.paper,
            "flat": "transparent",
            "off": Theme.dimmed
        })[tone === "dark" && !enabled ? "off" : tone] ?? Theme.card
    readonly property color ink: !enabled ? Theme.soft : tone === "dark" ? Theme.onDark : tone === "ask" ? "#B4342A" : Theme.ink

    least: Theme.px(56)
    radius: Theme.px(16)
    implicitWidth: Math.max(least, inside.implicitWidth + 2 * Theme.px(22))
    implicitHeight: Math.max(least, inside.implicitHeight + 2 * Theme.px(10))

    function hit() {
        tapped();
    }

    Component.onCompleted: Hotkeys.add(button)
    Component.onDestruction: Hotkeys.remove(button)

    Shortcut {
        enabled: button.sequence.includes("+") && button.enabled && button.visible
        sequences: [button.sequence]
        onActivated: button.tapped()
    }
    Plate {
        anchors.fill: parent
        radius: button.radius
        color: button.tone === "flat" ? button.down ? Theme.line : "transparent" : button.down ? Qt.darker(button.ground, 1.12) : button.ground
        raised: ["card", "sun"].includes(button.tone) && !button.down && button.enabled
        outlineWidth: ["ask", "paper"].includes(button.tone) ? Math.max(1, Theme.px(2)) : 0
        outline: button.tone === "ask" ? "#B4342A" : Theme.edge
    }
    RowLayout {
        id: inside
        anchors.centerIn: parent
        width: Math.min(implicitWidth, button.width - 2 * Theme.px(14))
        spacing: Theme.px(12)

        Picture {
            visible: button.picture !== ""
            name: button.picture || "icon-tick"
            side: Theme.px(32)
        }
        Words {
            text: button.label
            spoken: false
            size: button.size
            font.weight: Font.DemiBold
            color: button.ink
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        KeyHint {
            key: button.key
            onDark: button.tone === "dark" && button.enabled
        }
    }
}

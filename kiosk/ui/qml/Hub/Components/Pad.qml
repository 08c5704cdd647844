// Ten digits for a finger, always at the same place; erase beside nought.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

GridLayout {
    id: pad

    property bool open: true // whether digits are taken now
    property real keyWidth: Math.max(Theme.childTarget, Theme.px(Theme.wide ? 190 : 250))
    property real keyHeight: Math.max(Theme.childTarget, Theme.px(Theme.reach ? 100 : Theme.wide ? 128 : 170))
    signal said(string digit)
    signal erased

    columns: 3
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    LayoutMirroring.enabled: false // a pad of digits is never mirrored
    LayoutMirroring.childrenInherit: true

    component Digit: Press {
        required property string digit
        objectName: digit === "" ? "pad-erase" : "pad-" + digit
        label: digit === "" ? qsTr("Cancella una cifra") : digit
        least: Theme.childTarget
        apart: Theme.repeat
        enabled: pad.open
        implicitWidth: pad.keyWidth
        implicitHeight: pad.keyHeight
        onTapped: digit === "" ? pad.erased() : pad.said(digit)

        Plate {
            anchors.fill: parent
            radius: parent.radius
            raised: parent.enabled && !parent.down
            color: !parent.enabled ? Theme.dimmed : parent.down ? Theme.sun : Theme.card
        }
        Words {
            visible: parent.digit !== ""
            anchors.centerIn: parent
            text: parent.digit
            spoken: false
            font.pixelSize: Math.min(Theme.font(64), parent.height * 0.6)
            font.weight: Font.Bold
            color: parent.enabled ? Theme.ink : Theme.soft
        }
        Picture {
            visible: parent.digit === ""
            anchors.centerIn: parent
            name: "icon-erase"
            side: Theme.px(84)
        }
    }

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        Digit {
            required property string modelData
            digit: modelData
        }
    }
    Digit {
        digit: ""
    }
    Digit {
        digit: "0"
    }
}

// Yes or no: a box and a word. A ban is red when it is on; what protects cannot be taken off here.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: check

    property bool on: false
    property bool ban: false
    property string key: "" // the letter that turns it, where what it is in listens for it
    readonly property color full: ban ? "#B4342A" : Theme.done

    least: Theme.px(48)
    radius: Theme.px(12)
    implicitWidth: row.implicitWidth + 2 * Theme.px(12)
    implicitHeight: Math.max(least, row.implicitHeight + 2 * Theme.px(6))
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on

    Rectangle {
        anchors.fill: parent
        radius: check.radius
        color: check.down ? Theme.line : "transparent"
    }
    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(10)

        Mark {
            kind: !check.on ? "none" : check.ban ? "ban" : "tick"
            ink: check.full
        }
        Words {
            text: check.label
            spoken: false
            size: 21
            font.weight: check.on ? Font.DemiBold : Font.Normal
            color: check.on ? check.ban ? "#B4342A" : Theme.ink : Theme.soft
            wrapMode: Text.NoWrap
        }
        KeyHint {
            key: check.key
        }
    }
}

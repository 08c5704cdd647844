// A button with a word or a few, and a picture if it helps: white, dark or sun.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: button

    property string words: label
    property string tone: "card" // card, dark, sun
    property string picture: ""
    property bool directional: false
    property real size: Theme.tile
    property int align: picture === "" ? Qt.AlignHCenter : Qt.AlignLeft
    readonly property color ground: tone === "dark" ? Theme.ink : tone === "sun" ? Theme.sun : Theme.card

    implicitWidth: Math.max(least, inside.implicitWidth + 2 * Theme.px(36))
    implicitHeight: Math.max(least, inside.implicitHeight + 2 * Theme.px(18))

    Plate {
        anchors.fill: parent
        radius: button.radius
        color: button.down ? Qt.darker(button.ground, 1.12) : button.ground
        raised: button.tone !== "dark" && !button.down
    }
    RowLayout {
        id: inside
        readonly property real room: button.width - 2 * Theme.px(32)
        width: button.align === Qt.AlignLeft ? room : Math.min(implicitWidth, room)
        anchors.centerIn: parent
        spacing: Theme.px(22)

        Picture {
            visible: button.picture !== ""
            name: button.picture || "icon-tick"
            directional: button.directional
            side: Theme.px(64)
            Layout.alignment: Qt.AlignVCenter
        }
        Words {
            text: button.words
            spoken: false
            size: button.size
            font.weight: Font.Bold
            color: button.tone === "dark" ? Theme.onDark : Theme.ink
            horizontalAlignment: button.align === Qt.AlignLeft ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
        }
    }
}

// The one control all others derive from: acts on release inside, once, for one finger, a key or an assistive tool.
import QtQuick
import Hub.Style

Item {
    id: press

    required property string label
    property real least: Theme.target
    property int apart: Theme.debounce // milliseconds between two taps at the same place
    property real radius: Theme.radiusButton
    property bool round: true // whether the focus ring follows `radius`
    readonly property bool down: area.pressed && area.containsMouse || keyed
    property bool keyed: false

    signal tapped

    function act(x: real, y: real) {
        if (enabled && Theme.accept(mapToItem(null, x, y), apart))
            tapped();
    }

    implicitWidth: least
    implicitHeight: least
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: label
    Accessible.focusable: true
    Accessible.onPressAction: press.act(width / 2, height / 2)

    Keys.onPressed: event => {
        if ([Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter].includes(event.key)) {
            event.accepted = true;
            if (!event.isAutoRepeat)
                press.keyed = true;
        }
    }
    Keys.onReleased: event => {
        if (press.keyed && !event.isAutoRepeat && [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter].includes(event.key)) {
            event.accepted = true;
            press.keyed = false;
            press.act(press.width / 2, press.height / 2);
        }
    }
    onActiveFocusChanged: keyed = false

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: mouse => press.act(mouse.x, mouse.y)
        Accessible.ignored: true
    }
    Rectangle {
        visible: press.activeFocus
        z: 100
        anchors.fill: parent
        anchors.margins: -Theme.ring
        radius: press.round ? press.radius + Theme.ring : Theme.ring
        color: "transparent"
        border.width: Theme.ring * 0.75
        border.color: Theme.focus
    }
}

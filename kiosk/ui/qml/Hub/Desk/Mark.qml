// A state as a shape: a tick in a circle, a bar in a red disc, an empty ring, a dot.
import QtQuick
import Hub.Style

Item {
    id: mark

    property string kind: "none" // tick, ban, none, dot
    property color ink: Theme.soft
    property real side: Theme.px(30)

    implicitWidth: side
    implicitHeight: side

    Rectangle {
        anchors.centerIn: parent
        width: mark.kind === "dot" ? mark.side * 0.5 : mark.side
        height: width
        radius: width / 2
        color: mark.kind === "none" ? "transparent" : mark.ink
        border.width: mark.kind === "none" ? Math.max(1, Theme.px(2.5)) : 0
        border.color: Theme.edge
    }
    Rectangle {
        visible: mark.kind === "ban"
        anchors.centerIn: parent
        width: mark.side * 0.56
        height: mark.side * 0.17
        color: Theme.onDark
    }
    Item {
        visible: mark.kind === "tick"
        anchors.fill: parent
        rotation: 45

        Rectangle {
            x: parent.width * 0.52
            y: parent.height * 0.18
            width: mark.side * 0.14
            height: parent.height * 0.56
            color: Theme.onDark
        }
        Rectangle {
            x: parent.width * 0.3
            y: parent.height * 0.74 - height
            width: parent.width * 0.36
            height: mark.side * 0.14
            color: Theme.onDark
        }
    }
}

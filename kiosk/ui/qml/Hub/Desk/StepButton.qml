// One more, or one less.
import QtQuick
import Hub.Style
import Hub.Components

Press {
    id: button

    property int by: 1

    least: Theme.px(58)
    radius: Theme.px(14)
    implicitWidth: Theme.px(58)
    implicitHeight: Theme.px(64)
    activeFocusOnTab: false

    Rectangle {
        anchors.fill: parent
        radius: button.radius
        color: button.down ? Theme.line : Theme.paper
        border.width: Math.max(1, Theme.px(2))
        border.color: button.enabled ? Theme.edge : Theme.line
    }
    Rectangle {
        anchors.centerIn: parent
        width: Theme.px(22)
        height: Theme.px(4)
        radius: height / 2
        color: button.enabled ? Theme.ink : Theme.edge
    }
    Rectangle {
        visible: button.by > 0
        anchors.centerIn: parent
        width: Theme.px(4)
        height: Theme.px(22)
        radius: width / 2
        color: button.enabled ? Theme.ink : Theme.edge
    }
}

// One of several answers: a ring that fills, its words, the key that chooses it.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: choice

    property bool chosen: false
    property string key: ""
    property real size: 24

    signal main

    function hit() {
        forceActiveFocus();
        tapped();
    }

    least: Theme.px(60)
    radius: Theme.px(16)
    implicitHeight: Math.max(least, inside.implicitHeight + 2 * Theme.px(14))
    implicitWidth: Theme.px(320)
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen
    Keys.onReturnPressed: choice.chosen ? choice.main() : choice.tapped()
    Keys.onEnterPressed: choice.chosen ? choice.main() : choice.tapped()

    Component.onCompleted: Hotkeys.add(choice)
    Component.onDestruction: Hotkeys.remove(choice)

    Rectangle {
        anchors.fill: parent
        radius: choice.radius
        color: choice.chosen ? "#FFF0CF" : choice.down ? Theme.line : Theme.card
        border.width: choice.chosen ? Theme.px(4) : Math.max(1, Theme.px(2))
        border.color: choice.chosen ? Theme.ink : Theme.edge
    }
    RowLayout {
        id: inside
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(18)
        anchors.rightMargin: Theme.px(16)
        spacing: Theme.px(16)

        Rectangle {
            implicitWidth: Theme.px(28)
            implicitHeight: Theme.px(28)
            radius: height / 2
            color: "transparent"
            border.width: Theme.px(3)
            border.color: choice.chosen ? Theme.ink : Theme.edge

            Rectangle {
                visible: choice.chosen
                anchors.centerIn: parent
                width: parent.width * 0.5
                height: width
                radius: width / 2
                color: Theme.ink
            }
        }
        Words {
            text: choice.label
            spoken: false
            size: choice.size
            font.weight: choice.chosen ? Font.DemiBold : Font.Normal
            Layout.fillWidth: true
        }
        KeyHint {
            key: choice.key
        }
    }
}

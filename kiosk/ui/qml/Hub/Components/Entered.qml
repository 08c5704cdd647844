// How many of so many were touched: dots that fill, a shape for those who see no colour.
pragma ComponentBehavior: Bound
import QtQuick
import Hub.Style

Row {
    id: dots

    required property int entered
    required property int whole

    spacing: Theme.px(26)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1 di %2").arg(entered).arg(whole)

    Repeater {
        model: dots.whole

        Rectangle {
            required property int index
            readonly property bool on: index < dots.entered
            width: Theme.px(on ? 56 : 44)
            height: width
            radius: width / 2
            anchors.verticalCenter: parent?.verticalCenter
            color: on ? Theme.ink : Theme.card
            border.color: Theme.ink
            border.width: Theme.px(6)
        }
    }
}

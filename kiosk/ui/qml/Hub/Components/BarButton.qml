// One button of the bar: a picture and a word; a sun pill behind the picture when its setting is on.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: button

    required property string picture
    property bool on: false
    property bool directional: false
    readonly property bool sideways: Theme.wide || Theme.textStep === 2

    radius: Theme.radiusChip
    implicitHeight: Math.max(least, grid.implicitHeight + 2 * Theme.px(10))

    Rectangle {
        anchors.fill: parent
        radius: button.radius
        color: button.down ? Theme.line : Theme.card
    }
    GridLayout {
        id: grid
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        columns: button.sideways ? 2 : 1
        rowSpacing: Theme.px(4)
        columnSpacing: Theme.px(Theme.textStep === 2 ? 6 : 10)

        Rectangle {
            implicitWidth: Theme.px(Theme.textStep === 2 ? 68 : button.sideways ? 84 : 104)
            implicitHeight: Theme.px(70)
            radius: height / 2
            color: button.on ? Theme.sun : "transparent"
            Layout.alignment: Qt.AlignCenter

            Picture {
                anchors.centerIn: parent
                name: button.picture
                directional: button.directional
                side: Theme.px(58)
            }
        }
        Words {
            text: button.label
            spoken: false
            size: Theme.bar
            font.weight: Font.DemiBold
            horizontalAlignment: button.sideways ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
        }
    }
}

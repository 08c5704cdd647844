// One number of the day, large, with its word; a note where the number needs one.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: card

    property int number: 0
    property string label: ""
    property string note: ""
    property color ink: Theme.ink

    objectName: "number"
    implicitHeight: column.implicitHeight + 2 * Theme.px(18)
    implicitWidth: Theme.px(200)
    Layout.fillWidth: true
    Layout.preferredWidth: Theme.px(200)

    Plate {
        anchors.fill: parent
        radius: Theme.px(22)
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(26)
        anchors.rightMargin: Theme.px(16)
        spacing: Theme.px(4)

        Words {
            text: String(card.number)
            size: 54
            font.weight: Font.Bold
            color: card.ink
            wrapMode: Text.NoWrap
        }
        Words {
            text: card.note === "" ? card.label : qsTr("%1 · %2").arg(card.label).arg(card.note)
            size: 22
            color: Theme.soft
            Layout.fillWidth: true
        }
    }
}

// What one adult is to one child, at a glance: a shape, a word, a colour; the rest in small below.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: cell

    required property var pair
    property string adult: ""
    property string child: ""
    readonly property bool ban: pair?.mustNotCollect ?? false
    readonly property bool may: (pair?.holds ?? false) && ((pair?.guardian ?? false) || (pair?.mayCollect ?? false))
    readonly property color ink: ban ? "#B4342A" : may ? Theme.done : Theme.soft
    readonly property string head: ban ? qsTr("NON deve ritirare") : may ? qsTr("può ritirare") : qsTr("non ritira")
    readonly property string more: [pair?.guardian ? qsTr("tutela") : "", pair?.emergency ? qsTr("emergenze") : "", !(pair?.holds ?? true) ? qsTr("oggi non vale") : "", pair?.until ? qsTr("fino al %1").arg(FamilySay.day(pair.until)) : ""].filter(word => word !== "").join(" · ")

    label: [qsTr("%1 per %2").arg(adult).arg(child), head, more].filter(part => part !== "").join(", ")
    least: Theme.px(64)
    radius: Theme.px(14)
    implicitHeight: Math.max(least, column.implicitHeight + 2 * Theme.px(10))

    Rectangle {
        anchors.fill: parent
        radius: cell.radius
        color: cell.down ? Theme.line : cell.ban ? "#FBE3E0" : cell.may ? "#E6F5E9" : Theme.paper
    }
    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(14)
        anchors.rightMargin: Theme.px(12)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(12)

        Mark {
            kind: cell.ban ? "ban" : cell.may ? "tick" : "none"
            ink: cell.ink
        }
        ColumnLayout {
            id: column
            spacing: Theme.px(2)
            Layout.fillWidth: true

            Words {
                text: cell.head
                spoken: false
                size: 22
                font.weight: Font.Bold
                color: cell.ink
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: cell.more
                spoken: false
                size: 19
                color: Theme.ink
                Layout.fillWidth: true
            }
            Words {
                visible: cell.pair?.two ?? false
                text: qsTr("due versioni: quale vale?")
                spoken: false
                size: 19
                font.weight: Font.DemiBold
                color: "#B4342A"
                Layout.fillWidth: true
            }
            Words {
                visible: cell.pair?.due ?? false
                text: qsTr("da rivedere")
                spoken: false
                size: 19
                font.weight: Font.DemiBold
                color: Theme.wait
                Layout.fillWidth: true
            }
        }
    }
}

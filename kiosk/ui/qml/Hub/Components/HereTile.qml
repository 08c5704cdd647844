// "I'm here": the one yellow thing, for what a child does most.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: here

    objectName: "scan"
    label: qsTr("Sono qui")
    radius: Theme.radiusTile
    least: Theme.childTarget
    implicitHeight: Math.max(least, row.implicitHeight + 2 * Theme.px(Theme.wide ? 24 : 28))

    Plate {
        anchors.fill: parent
        anchors.topMargin: Theme.px(8)
        radius: here.radius
        color: Theme.sunEdge
    }
    Rectangle {
        anchors.fill: parent
        anchors.topMargin: here.down ? Theme.px(8) : 0
        anchors.bottomMargin: here.down ? 0 : Theme.px(8)
        radius: here.radius
        color: Theme.sun
        border.color: Theme.ink
        border.width: Theme.highContrast ? Theme.px(4) : 0
    }
    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(36)
        anchors.rightMargin: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(30)

        Picture {
            name: "card"
            side: Theme.px(Theme.large && !Theme.wide ? 150 : 196)
            Layout.alignment: Qt.AlignVCenter
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter

            Words {
                text: here.label
                spoken: false
                size: 68
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            Words {
                text: qsTr("Mostra la tessera")
                size: 34
                Layout.fillWidth: true
            }
        }
    }
}

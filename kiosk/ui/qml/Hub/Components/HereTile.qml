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
    implicitHeight: Math.max(least, row.implicitHeight + 2 * Theme.px(Theme.wide ? 20 : 26))

    SunPlate {
        anchors.fill: parent
        radius: here.radius
        down: here.down
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
            side: Theme.px(Theme.wide || Theme.large ? 150 : 176)
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

// What to take along from an answer: a date for any phone's calendar, or receipts.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: keeps

    required property var codes
    required property bool receipts
    property bool low: false
    readonly property real side: Math.max(Theme.px(low ? 250 : 300), Theme.mm(34))

    visible: codes.length > 0
    implicitHeight: grid.implicitHeight + 2 * Theme.px(24)
    implicitWidth: grid.implicitWidth + 2 * Theme.px(32)

    Plate {
        anchors.fill: parent
    }
    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(32)
        anchors.rightMargin: Theme.px(32)
        anchors.verticalCenter: parent.verticalCenter
        columns: Theme.large && !Theme.wide || keeps.width < keeps.side * 2.2 ? 1 : 2
        columnSpacing: Theme.px(36)
        rowSpacing: Theme.px(16)

        Flow {
            spacing: Theme.px(20)
            Layout.fillWidth: false
            Layout.preferredWidth: Math.min(keeps.codes.length, grid.columns) * (keeps.side + spacing) - spacing
            Layout.alignment: Qt.AlignCenter

            Repeater {
                model: keeps.codes

                QrDrawing {
                    required property var modelData
                    required property int index
                    objectName: "keep-" + index
                    qr: modelData
                    side: keeps.side
                    Accessible.name: title.text
                }
            }
        }
        ColumnLayout {
            spacing: Theme.px(6)
            Layout.fillWidth: true

            Heading {
                id: title
                text: keeps.receipts ? qsTr("La tua ricevuta") : qsTr("Portala con te")
                Layout.fillWidth: true
            }
            Words {
                text: keeps.receipts ? qsTr("Fai una foto: vale come prova.") : qsTr("Inquadra con il telefono: la data va nel calendario.")
                size: 33
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
    }
}

// "Take it with you": the date as a QR for any phone's calendar, without personal data.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: away

    required property var qr

    visible: qr !== null && qr !== undefined
    implicitHeight: grid.implicitHeight + 2 * Theme.px(34)

    Plate {
        anchors.fill: parent
    }
    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(40)
        anchors.rightMargin: Theme.px(40)
        anchors.verticalCenter: parent.verticalCenter
        columns: Theme.large && !Theme.wide ? 1 : 2
        columnSpacing: Theme.px(40)
        rowSpacing: Theme.px(20)

        QrDrawing {
            objectName: "take-away"
            qr: away.qr ?? null
            side: Math.max(Theme.px(330), Theme.mm(40))
            Accessible.name: title.text
            Layout.alignment: Qt.AlignCenter
        }
        ColumnLayout {
            spacing: Theme.px(8)
            Layout.fillWidth: true

            Heading {
                id: title
                text: qsTr("Portala con te")
                Layout.fillWidth: true
            }
            Words {
                text: qsTr("Inquadra con il telefono: la data va nel calendario.")
                size: 33
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
    }
}

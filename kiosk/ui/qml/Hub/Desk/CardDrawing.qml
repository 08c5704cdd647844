// A card as it is printed (ID-1, 85.6 x 54): the QR, the creature, the first name, the short code.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: card

    property var who: null
    property var qr: null
    property string code: ""
    readonly property real unit: width / 85.6

    implicitHeight: width * 54 / 85.6

    Plate {
        anchors.fill: parent
        radius: card.unit * 3
        color: Theme.card
    }
    Rectangle {
        x: card.unit * 2.2
        y: card.unit * 8
        width: card.unit * 1.6
        height: card.unit * 38
        radius: width / 2
        color: Theme.sun
    }
    QrDrawing {
        visible: card.qr !== null
        x: card.unit * 6
        y: (parent.height - height) / 2
        qr: card.qr
        side: card.unit * 42
        Accessible.name: qsTr("Il codice della tessera")
    }
    Picture {
        visible: card.qr === null
        x: card.unit * 10
        y: (parent.height - height) / 2
        name: "card"
        side: card.unit * 34
    }
    ColumnLayout {
        x: card.unit * 51
        width: card.unit * 30
        height: parent.height
        spacing: card.unit * 2

        Item {
            Layout.fillHeight: true
        }
        Creature {
            kind: card.who?.creature ?? ""
            side: card.unit * 22
            Layout.alignment: Qt.AlignHCenter
        }
        Words {
            text: card.who?.given ?? ""
            size: 46
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Words {
            text: card.code
            size: 32
            font.family: Theme.labels
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

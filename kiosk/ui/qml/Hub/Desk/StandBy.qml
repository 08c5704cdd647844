// Another worker stands by: their card, then their PIN. Whoever is at the desk stays at the desk.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Sheet {
    id: sheet

    property string name: "" // of who stands by, once their card was shown
    property string asks: "" // for what their card is asked
    property string confirms: "" // what their PIN confirms

    signal pinned(string digits)
    signal backed

    width: Theme.px(820)
    room: Theme.px(52)
    spacing: Theme.px(20)

    Heading {
        text: sheet.name === "" ? qsTr("Un’altra persona conferma") : qsTr("Ciao %1").arg(sheet.name)
        size: 46
        Layout.fillWidth: true
    }
    Words {
        text: sheet.name === "" ? sheet.asks : sheet.confirms
        size: 25
        color: Theme.soft
        Layout.fillWidth: true
    }
    Picture {
        visible: sheet.name === ""
        name: "card-reader"
        side: Theme.px(220)
        Layout.alignment: Qt.AlignHCenter
    }
    PinPad {
        objectName: "pin"
        visible: sheet.name !== ""
        enabled: visible
        focus: visible
        Layout.alignment: Qt.AlignHCenter
        onVisibleChanged: if (visible)
            forceActiveFocus()
        onEntered: digits => sheet.pinned(digits)
    }
    DeskButton {
        objectName: "back"
        label: qsTr("Torna indietro")
        key: "Esc"
        tone: "flat"
        Layout.alignment: Qt.AlignHCenter
        onTapped: sheet.backed()
    }
}

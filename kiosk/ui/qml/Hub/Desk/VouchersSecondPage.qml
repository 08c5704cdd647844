// Another worker stands by: their card, then their PIN. Whoever is at the desk stays at the desk.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string name: face?.name ?? ""

    function words(said: var): string {
        return VoucherSay.said(said);
    }
    function back() {
        page.go(face?.back ?? "vouchers");
    }

    Component.onCompleted: forceActiveFocus()

    Sheet {
        anchors.centerIn: parent
        width: Theme.px(820)
        room: Theme.px(52)
        spacing: Theme.px(20)

        Heading {
            text: page.name === "" ? qsTr("Un’altra persona conferma") : qsTr("Ciao %1").arg(page.name)
            size: 46
            Layout.fillWidth: true
        }
        Words {
            text: page.name === "" ? qsTr("Per %1 serve un’altra persona del banco: passa la sua tessera.").arg(VoucherSay.euro(page.face?.cents ?? 0)) : qsTr("Il tuo PIN conferma %1.").arg(VoucherSay.euro(page.face?.cents ?? 0))
            size: 25
            color: Theme.soft
            Layout.fillWidth: true
        }
        Picture {
            visible: page.name === ""
            name: "card-reader"
            side: Theme.px(220)
            Layout.alignment: Qt.AlignHCenter
        }
        PinPad {
            objectName: "pin"
            visible: page.name !== ""
            enabled: visible
            focus: visible
            Layout.alignment: Qt.AlignHCenter
            onVisibleChanged: if (visible)
                forceActiveFocus()
            onEntered: digits => page.act(page.face.act, {
                    "code": page.face.code,
                    "pin": digits
                })
        }
        DeskButton {
            objectName: "back"
            label: qsTr("Torna indietro")
            key: "Esc"
            tone: "flat"
            Layout.alignment: Qt.AlignHCenter
            onTapped: page.back()
        }
    }
}

// Another worker stands by for a payment: their card, then their PIN. Whoever is at the desk stays at the desk.
import QtQuick

Page {
    id: page

    function words(said: var): string {
        return VoucherSay.said(said);
    }
    function back() {
        page.go(face?.back ?? "vouchers");
    }

    Component.onCompleted: forceActiveFocus()

    StandBy {
        anchors.centerIn: parent
        name: page.face?.name ?? ""
        asks: qsTr("Per %1 serve un’altra persona del banco: passa la sua tessera.").arg(VoucherSay.euro(page.face?.cents ?? 0))
        confirms: qsTr("Il tuo PIN conferma %1.").arg(VoucherSay.euro(page.face?.cents ?? 0))
        onPinned: digits => page.act(page.face.act, {
                "code": page.face.code,
                "pin": digits
            })
        onBacked: page.back()
    }
}

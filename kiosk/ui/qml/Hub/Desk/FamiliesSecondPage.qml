// One worker alone has erased enough for a day: another one stands by, with their card, then their PIN.
import QtQuick

Page {
    id: page

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        page.go(face?.back ?? "families");
    }

    Component.onCompleted: forceActiveFocus()

    StandBy {
        anchors.centerIn: parent
        name: page.face?.name ?? ""
        asks: qsTr("Oggi sono già state cancellate diverse famiglie. Per cancellare %1 serve un’altra persona del banco: passa la sua tessera.").arg(page.face?.label ?? "")
        confirms: qsTr("Il tuo PIN conferma: %1 si cancella per sempre.").arg(page.face?.label ?? "")
        onPinned: digits => page.act(page.face.act, {
                "code": page.face.code,
                "pin": digits
            })
        onBacked: page.back()
    }
}

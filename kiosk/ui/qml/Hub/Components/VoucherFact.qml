// What vouchers pay of an activity, once somebody has said who they are; before that, whether one may pay at all.
import QtQuick
import Hub.Style

Fact {
    id: fact

    property bool payable: false
    property var toPay: null

    picture: "icon-voucher"
    about: qsTr("Voucher")
    words: toPay !== null ? qsTr("paga %1", "the voucher").arg(Money.euros(toPay.pays)) : payable ? qsTr("Si può pagare con il voucher") : ""
    more: toPay === null ? "" : toPay.youPay === 0 ? qsTr("Tu non paghi niente.") : toPay.several ? qsTr("Tu paghi %1 per %2.", "amount, whom").arg(Money.euros(toPay.youPay)).arg(toPay.firstName) : qsTr("Tu paghi %1.").arg(Money.euros(toPay.youPay))
    tone: Theme.done
}

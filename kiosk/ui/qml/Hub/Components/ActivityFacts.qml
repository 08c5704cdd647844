// When, where, for whom, what it costs: the facts of one activity, on one card.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: facts

    required property var face
    readonly property var card: face?.card ?? null
    readonly property bool course: (face?.dates ?? 0) > 1
    readonly property bool standing: (face?.sessions ?? []).length === 0

    implicitHeight: column.implicitHeight + 2 * Theme.px(34)

    Plate {
        anchors.fill: parent
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(40)
        anchors.rightMargin: Theme.px(40)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(26)

        Fact {
            picture: "icon-clock"
            about: qsTr("Quando")
            words: facts.standing ? qsTr("Quando è aperto") : Say.joined([Say.day(facts.card?.day ?? "", facts.card?.dayWord ?? ""), facts.card?.time ?? ""])
            Layout.fillWidth: true
        }
        Fact {
            picture: "icon-near"
            about: qsTr("Dove")
            words: facts.face?.place ?? ""
            more: [facts.face?.address ?? "", Say.distance(facts.card?.distanceM)].filter(part => part !== "").join(Theme.rightToLeft ? "\n" : " · ")
            Layout.fillWidth: true
        }
        Fact {
            picture: "icon-who"
            about: qsTr("Per chi")
            words: Say.ages(facts.card?.minAge, facts.card?.maxAge)
            Layout.fillWidth: true
        }
        Fact {
            picture: "icon-cost"
            about: qsTr("Quanto costa")
            words: Say.price(facts.card?.priceCents)
            more: facts.course && (facts.card?.priceCents ?? 0) > 0 ? qsTr("per tutto il corso", "of the price") : ""
            Layout.fillWidth: true
        }
        VoucherFact {
            payable: facts.face?.voucher === true
            toPay: facts.face?.toPay ?? null
            Layout.fillWidth: true
        }
        Fact {
            picture: "icon-places"
            about: qsTr("Posti")
            words: Say.places(facts.card?.places ?? "")
            Layout.fillWidth: true
        }
        Fact {
            picture: "icon-door"
            about: qsTr("Come si entra")
            words: facts.face?.how ?? ""
            Layout.fillWidth: true
        }
        Fact {
            picture: "icon-still"
            about: qsTr("Chi la fa")
            words: facts.face?.provider ?? ""
            Layout.fillWidth: true
        }
    }
}

// A voucher is used: for whom, for what, how much; the lengths show what comes of it before anybody says yes.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var activity: face?.activity ?? null
    readonly property string what: activity ? activity.id + "/" + activity.session : "" // the same one looked at again is no other
    readonly property var bars: face?.bars ?? null
    readonly property string person: face?.person ?? ""
    readonly property string why: face?.why ?? ""
    readonly property var parts: (face?.path ?? "").split("/")
    readonly property bool ready: bars !== null && bars.pays > 0 && why === ""
    readonly property var found: (face?.activities ?? []).map(one => ({
                "id": one.id + "/" + (one.session || "-"),
                "picture": "icon-voucher",
                "title": one.title || qsTr("Attività riservata"),
                "about": [one.provider, VoucherSay.when(one), VoucherSay.price(one)].filter(part => part !== "").join(" · ")
            }))

    function words(said: var): string {
        return VoucherSay.said(said);
    }
    function back() {
        if (activity)
            look([parts[0], parts[1], parts[2]]);
        else
            page.go("vouchers/family/" + parts[0]);
    }
    function look(path: var) {
        page.go("vouchers/use/" + path.join("/"));
    }
    function whom(id: string) {
        const held = parts.slice();
        held[2] = id;
        look(held);
    }
    function along(id: string) {
        const held = parts.slice();
        const some = held[1].split("+");
        held[1] = (some.includes(id) ? some.filter(one => one !== id) : [...some, id]).join("+");
        held[5] = "0"; // as much as they can
        look(held);
    }
    function pay(typed: string) {
        const cents = VoucherSay.cents(typed);
        if (cents >= 0) {
            const held = parts.slice();
            held[5] = String(cents);
            look(held);
        }
    }
    function proceed() {
        if (ready)
            page.go("vouchers/say/" + (page.face.path));
    }
    function settle() {
        if (!activity)
            list.resume();
        else
            amount.resume();
    }

    Component.onCompleted: {
        list.text = face?.text ?? "";
        amount.text = VoucherSay.typed(bars?.pays ?? 0);
        settle();
    }
    onWhatChanged: {
        amount.text = VoucherSay.typed(bars?.pays ?? 0);
        settle();
        if (activity)
            amount.choose(); // what is typed takes the place of what was proposed
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        PageHead {
            title: qsTr("Usa il voucher")
            about: [page.face?.voucher?.programme ?? "", VoucherSay.until(page.face?.voucher)].filter(part => part !== "").join(" · ")
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: page.activity ? qsTr("Un’altra attività") : qsTr("Torna ai voucher")
                key: "Esc"
                onTapped: page.back()
            }
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                spacing: Theme.px(20)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(800)

                Flow {
                    visible: (page.face?.people ?? []).length > 1
                    spacing: Theme.px(14)
                    Layout.fillWidth: true

                    Repeater {
                        model: page.face?.people ?? []

                        ChoiceTile {
                            required property int index
                            required property var modelData
                            objectName: "whom-" + index
                            width: Theme.px(300)
                            person: modelData
                            about: DaySay.years(modelData)
                            chosen: page.person === modelData.id
                            onTapped: page.whom(modelData.id)
                            onMain: page.whom(modelData.id)
                        }
                    }
                }
                Sheet {
                    visible: page.activity === null
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    HitList {
                        id: list
                        narrow: true
                        hint: qsTr("L’attività, o chi la offre")
                        rows: page.found
                        Layout.fillWidth: true
                        Layout.fillHeight: page.found.length > 0
                        onTyped: text => page.go("vouchers/use/" + [page.parts[0], page.parts[1], page.person || "-"].join("/") + "?" + text)
                        onChosen: row => page.look([page.parts[0], page.parts[1], page.person || "-", row.id, "0"])
                    }
                    Quiet {
                        visible: page.found.length === 0
                        picture: "empty"
                        words: (page.face?.text ?? "") === "" ? qsTr("Per che cosa?") : qsTr("Nessuna attività con il voucher si chiama così.")
                        more: (page.face?.text ?? "") === "" ? qsTr("Scrivi l’attività, o chi la offre.") : ""
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                    }
                }
                Sheet {
                    visible: page.activity !== null
                    Layout.fillWidth: true

                    Heading {
                        objectName: "activity"
                        text: page.activity?.title || qsTr("Attività riservata")
                        size: 34
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: text !== ""
                        text: [page.activity?.provider ?? "", VoucherSay.when(page.activity), VoucherSay.price(page.activity)].filter(part => part !== "").join(" · ")
                        size: 23
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                    Field {
                        id: amount
                        objectName: "amount"
                        label: qsTr("Quanto paga il voucher, in euro")
                        hint: "0,00"
                        key: "/"
                        size: 30
                        longest: 9
                        wrong: text !== "" && VoucherSay.cents(text) < 0 ? qsTr("Scrivi un importo: 45 o 12,50.") : ""
                        Layout.fillWidth: true
                        Layout.maximumWidth: Theme.px(420)
                        onEdited: text => page.pay(text)
                        onAccepted: page.proceed()
                    }
                    Repeater {
                        model: page.face?.others ?? []

                        Check {
                            required property int index
                            required property var modelData
                            objectName: "along-" + index
                            label: qsTr("Aggiungi il voucher di %1: resta %2").arg(modelData.collective ? modelData.programme : DaySay.list(modelData.people.map(one => one.given))).arg(VoucherSay.euro(modelData.left))
                            on: (page.face?.along ?? []).some(one => one.id === modelData.id)
                            onTapped: page.along(modelData.id)
                        }
                    }
                }
                StopNote {
                    visible: page.why !== ""
                    words: VoucherSay.why(page.why, page.face?.limit ?? 0)
                    Layout.fillWidth: true
                }
                Item {
                    visible: page.activity !== null
                    Layout.fillHeight: true
                }
            }
            ColumnLayout {
                spacing: Theme.px(20)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(660)
                Layout.alignment: Qt.AlignTop

                VoucherCard {
                    objectName: "voucher"
                    plain: true
                    voucher: page.face?.voucher ?? null
                    Layout.fillWidth: true
                }
                Sheet {
                    visible: page.bars !== null
                    room: Theme.px(34)
                    Layout.fillWidth: true

                    MoneyBars {
                        bars: page.bars
                        Layout.fillWidth: true
                    }
                }
                Sheet {
                    visible: page.bars !== null
                    room: Theme.px(24)
                    Layout.fillWidth: true

                    LeftLine {
                        words: qsTr("Poi nel voucher resta almeno")
                        cents: page.face?.leftAfter ?? 0
                        Layout.fillWidth: true
                    }
                }
                DeskButton {
                    visible: page.bars !== null
                    objectName: "proceed"
                    tone: "dark"
                    size: 27
                    enabled: page.ready
                    label: qsTr("Avanti: usa %1").arg(VoucherSay.euro(page.bars?.pays ?? 0))
                    key: qsTr("Invio")
                    implicitHeight: Theme.px(76)
                    Layout.fillWidth: true
                    onTapped: page.proceed()
                }
            }
        }
    }
}

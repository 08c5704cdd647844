// Vouchers: a family is found as its name is typed, or by its card; what was paid here today is beside it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var today: face?.today ?? []
    readonly property var found: (list.text !== "" ? face?.hits ?? [] : []).map(hit => ({
                "id": hit.household + "/" + hit.person.id,
                "person": hit.person,
                "household": hit.household,
                "about": [hit.adult ? qsTr("adulto") : DaySay.years(hit.person), hit.home !== "" ? qsTr("famiglia %1").arg(hit.home) : ""].filter(part => part !== "").join(" · "),
                "note": ""
            }))

    function words(said: var): string {
        return VoucherSay.said(said);
    }
    function back() {
        list.text = "";
        list.resume();
        page.go("vouchers");
    }

    Component.onCompleted: {
        list.text = face?.text ?? "";
        list.resume();
    }

    Keyed {
        id: keyed
        rows: page.today.map(one => Object.assign({
                "id": one.event
            }, one))
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Voucher")
            about: page.face?.off ? qsTr("Nessun programma è aperto. Quello che è stato pagato si legge ancora.") : qsTr("Cerca una famiglia, o passa la sua tessera.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "check"
                label: qsTr("Controlla una ricevuta")
                key: "Ctrl R"
                sequence: "Ctrl+R"
                onTapped: page.go("vouchers/check")
            }
            DeskButton {
                objectName: "statement"
                visible: page.face?.statements ?? false
                label: qsTr("Rendiconto")
                key: "Ctrl E"
                sequence: "Ctrl+E"
                onTapped: page.go("vouchers/statement")
            }
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Sheet {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(900)

                HitList {
                    id: list
                    narrow: true
                    hint: qsTr("Un nome, in ogni alfabeto, o il codice di una tessera")
                    rows: page.found
                    Layout.fillWidth: true
                    Layout.fillHeight: page.found.length > 0
                    onTyped: text => page.go("vouchers/?" + text)
                    onChosen: row => page.go("vouchers/family/" + row.household)
                }
                Quiet {
                    visible: page.found.length === 0
                    picture: list.text === "" ? "icon-voucher" : "empty"
                    words: list.text === "" ? qsTr("Di chi è il voucher?") : (page.face?.text ?? "") === list.text ? qsTr("Qui nessuno si chiama così.") : ""
                    more: list.text === "" ? qsTr("Bastano due lettere. Le frecce scelgono, Invio apre.") : ""
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }
            Sheet {
                room: Theme.px(22)
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(600)

                RowLayout {
                    spacing: Theme.px(16)
                    Layout.fillWidth: true

                    Words {
                        text: qsTr("Oggi, da questa stazione")
                        size: 24
                        font.weight: Font.Bold
                        Layout.fillWidth: true
                    }
                    Words {
                        objectName: "total"
                        text: VoucherSay.euro(page.face?.total ?? 0)
                        size: 30
                        font.weight: Font.Bold
                        color: (page.face?.total ?? 0) > 0 ? "#1B7A45" : Theme.soft
                        wrapMode: Text.NoWrap
                    }
                }
                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    RowList {
                        id: rows
                        anchors.fill: parent
                        model: keyed.model
                        name: qsTr("Pagato oggi")
                        onMain: page.go("vouchers/done/" + page.today[currentIndex].event)
                        delegate: RedemptionRow {
                            required property string rowId
                            required property int index
                            width: ListView.view.width
                            row: keyed.byId[rowId] ?? null
                            current: ListView.isCurrentItem && rows.walked
                            focused: rows.walked
                            onChosen: rows.choose(index)
                            onOpened: page.go("vouchers/done/" + rowId)
                        }
                    }
                    Quiet {
                        visible: page.today.length === 0
                        anchors.centerIn: parent
                        width: parent.width
                        words: qsTr("Oggi ancora niente.")
                    }
                }
            }
        }
    }
}

// One person of a household: every field written anew in place, to whom they are tied, how they are reached and leave.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string household: face?.household ?? ""
    readonly property var who: face?.who ?? null
    readonly property var fields: face?.fields ?? null
    readonly property var allowed: face?.allowed ?? null
    readonly property bool child: (who?.role ?? "child") === "child"
    readonly property bool grown: (who?.age ?? -1) >= 14
    readonly property bool gone: (face?.until ?? "") !== ""
    readonly property var card: (face?.cards ?? [])[0] ?? null

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        page.go("families/open/" + page.household);
    }
    function edit(kind: string, id: string, name: string, now: var, settled: int) {
        page.act("families/edit/" + page.household, {
            "kind": kind,
            "id": id,
            "name": name,
            "now": now,
            "settled": settled
        });
    }
    function member(name: string, now: var, settled: int) {
        edit("member", page.face.record, name, now, settled);
    }

    Component.onCompleted: forceActiveFocus()

    Keyed {
        id: contacts
        rows: page.face?.contacts ?? []
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        RowLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true

            Creature {
                kind: page.who?.creature ?? ""
                side: Theme.px(96)
            }
            PageHead {
                title: FamilySay.name(page.who)
                about: [page.who?.latin ?? "", FamilySay.about(page.who), qsTr("famiglia %1").arg(page.face?.label ?? "")].filter(part => part !== "").join(" · ")
                Layout.fillWidth: true

                DeskButton {
                    objectName: "notes"
                    visible: page.allowed?.notes ?? false
                    label: qsTr("Salute e allergie")
                    key: "S"
                    onTapped: page.act("families/read_notes/" + page.household + "/" + page.who.id, {})
                }
                DeskButton {
                    objectName: "card"
                    visible: !page.gone && (page.allowed?.cards ?? false)
                    label: page.card ? qsTr("Tessera persa") : qsTr("Dai una tessera")
                    tone: "dark"
                    key: "T"
                    onTapped: page.go("families/cards/" + page.household + "/" + page.who.id)
                }
            }
        }
        Words {
            visible: page.gone
            text: qsTr("Non abita più qui: %1.").arg(FamilySay.ended(page.face))
            size: 24
            font.weight: Font.DemiBold
            color: Theme.wait
            Layout.fillWidth: true
        }
        Scrolled {
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true

            RowLayout {
                spacing: Theme.px(20)
                Layout.fillWidth: true

                ColumnLayout {
                    spacing: Theme.px(20)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(760)
                    Layout.alignment: Qt.AlignTop

                    Sheet {
                        room: Theme.px(24)
                        Layout.fillWidth: true

                        Capital {
                            text: qsTr("Chi è")
                            Layout.fillWidth: true
                        }
                        GridLayout {
                            columns: 2
                            columnSpacing: Theme.px(16)
                            rowSpacing: Theme.px(16)
                            uniformCellWidths: true
                            Layout.fillWidth: true

                            EditField {
                                name: "given"
                                label: qsTr("Nome")
                                written: page.fields?.given
                                Layout.fillWidth: true
                                Layout.alignment: Qt.AlignTop
                                onChanged: (name, now, settled) => page.member(name, now, settled)
                            }
                            EditField {
                                name: "family"
                                label: qsTr("Cognome")
                                written: page.fields?.family
                                Layout.fillWidth: true
                                Layout.alignment: Qt.AlignTop
                                onChanged: (name, now, settled) => page.member(name, now, settled)
                            }
                            EditField {
                                name: "latin"
                                label: qsTr("In lettere latine")
                                written: page.fields?.latin
                                Layout.fillWidth: true
                                Layout.alignment: Qt.AlignTop
                                onChanged: (name, now, settled) => page.member(name, now, settled)
                            }
                            EditField {
                                name: "born"
                                label: qsTr("Nato il")
                                hint: (page.fields?.band.value ?? "") || qsTr("non si sa")
                                written: page.fields?.born
                                day: true
                                Layout.fillWidth: true
                                Layout.alignment: Qt.AlignTop
                                onChanged: (name, now, settled) => page.member(name, now, settled)
                            }
                            EditTurn {
                                name: "role"
                                label: qsTr("Ruolo")
                                written: page.fields?.role
                                options: ["child", "adult", "foster_parent", "case_worker"].map(role => ({
                                            "value": role,
                                            "words": FamilySay.role(role)
                                        }))
                                Layout.fillWidth: true
                                Layout.alignment: Qt.AlignTop
                                onChanged: (name, now, settled) => page.member(name, now, settled)
                            }
                            EditTurn {
                                name: "creature"
                                label: qsTr("Disegno")
                                written: page.fields?.creature
                                options: FamilySay.creatures.map(creature => ({
                                            "value": creature,
                                            "words": FamilySay.creature(creature)
                                        }))
                                Layout.fillWidth: true
                                Layout.alignment: Qt.AlignTop
                                onChanged: (name, now, settled) => page.member(name, now, settled)
                            }
                        }
                    }
                    Sheet {
                        visible: page.child
                        room: Theme.px(24)
                        Layout.fillWidth: true

                        Capital {
                            text: qsTr("Come esce")
                            Layout.fillWidth: true
                        }
                        Words {
                            visible: page.grown
                            text: qsTr("Ha 14 anni: esce per conto suo.")
                            size: 23
                            Layout.fillWidth: true
                        }
                        Check {
                            visible: !page.grown
                            objectName: "alone"
                            label: qsTr("Anche senza un adulto: c’è la firma di un genitore")
                            on: page.fields?.alone.value ?? false
                            onTapped: page.member("alone", !on, 0)
                        }
                        RowLayout {
                            visible: !page.grown && (page.fields?.alone.value ?? false)
                            spacing: Theme.px(16)
                            Layout.fillWidth: true

                            EditField {
                                name: "alone_since"
                                label: qsTr("Dal")
                                hint: qsTr("da subito")
                                written: page.fields?.aloneSince
                                day: true
                                Layout.fillWidth: true
                                onChanged: (name, now, settled) => page.member(name, now, settled)
                            }
                            EditField {
                                name: "alone_until"
                                label: qsTr("Al")
                                hint: qsTr("sempre")
                                written: page.fields?.aloneUntil
                                day: true
                                Layout.fillWidth: true
                                onChanged: (name, now, settled) => page.member(name, now, settled)
                            }
                        }
                        EditTurn {
                            visible: !page.grown && (page.fields?.alone.value ?? false)
                            name: "alone_scope"
                            label: qsTr("Da dove")
                            other: qsTr("da un’attività che non c’è più")
                            written: page.fields?.aloneScope
                            options: [
                                {
                                    "value": "",
                                    "words": qsTr("da ogni attività")
                                },
                                ...(page.face?.scopes ?? []).map(one => ({
                                            "value": one.id,
                                            "words": one.title
                                        }))
                            ]
                            Layout.fillWidth: true
                            onChanged: (name, now, settled) => page.member(name, now, settled)
                        }
                        TwoValues {
                            visible: (page.fields?.alone.also ?? []).length > 0
                            here: (page.fields?.alone.value ?? false) ? qsTr("sì") : qsTr("no")
                            others: (page.fields?.alone.also ?? []).map(value => value ? qsTr("sì") : qsTr("no"))
                            Layout.fillWidth: true
                            onHereChosen: page.member("alone", page.fields.alone.value, page.fields.alone.also.length)
                            onOtherChosen: at => page.member("alone", page.fields.alone.also[at], page.fields.alone.also.length)
                        }
                        Words {
                            visible: !page.grown && !(page.fields?.alone.value ?? false)
                            text: qsTr("Con un adulto che può ritirare.")
                            size: 21
                            color: Theme.soft
                            Layout.fillWidth: true
                        }
                    }
                    Sheet {
                        room: Theme.px(24)
                        spacing: Theme.px(8)
                        Layout.fillWidth: true

                        Capital {
                            text: qsTr("Contatti")
                            Layout.fillWidth: true
                        }
                        Repeater {
                            model: contacts.model

                            EditField {
                                required property string rowId
                                readonly property var one: contacts.byId[rowId] ?? null
                                name: "value"
                                hint: qsTr("vuoto: tolto")
                                written: one?.value
                                Layout.fillWidth: true
                                onChanged: (name, now, settled) => page.edit("contact", rowId, name, now, settled)
                            }
                        }
                        Field {
                            objectName: "new-contact"
                            hint: qsTr("Un altro numero, poi Invio")
                            longest: 60
                            Layout.fillWidth: true
                            onAccepted: {
                                page.act("families/contact/" + page.household, {
                                    "person": page.who.id,
                                    "what": "phone",
                                    "value": text
                                });
                                clear();
                            }
                        }
                    }
                }
                ColumnLayout {
                    spacing: Theme.px(20)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(700)
                    Layout.alignment: Qt.AlignTop

                    Sheet {
                        visible: (page.face?.others ?? []).length > 0
                        room: Theme.px(24)
                        spacing: Theme.px(10)
                        Layout.fillWidth: true

                        Capital {
                            text: page.child ? qsTr("Chi può ritirare") : qsTr("Può ritirare")
                            Layout.fillWidth: true
                        }
                        Repeater {
                            model: page.face?.others ?? []

                            RowLayout {
                                id: other
                                required property int index
                                required property var modelData
                                spacing: Theme.px(14)
                                Layout.fillWidth: true

                                Creature {
                                    kind: other.modelData.who.creature
                                    side: Theme.px(48)
                                }
                                Words {
                                    text: other.modelData.who.given
                                    size: 23
                                    font.weight: Font.Bold
                                    Layout.fillWidth: true
                                    Layout.preferredWidth: Theme.px(170)
                                }
                                PairCell {
                                    objectName: "tie-" + other.index
                                    pair: other.modelData.pair
                                    adult: page.child ? other.modelData.who.given : page.who.given
                                    child: page.child ? page.who.given : other.modelData.who.given
                                    Layout.fillWidth: true
                                    Layout.preferredWidth: Theme.px(400)
                                    onTapped: page.go(["families/tie", page.household, pair.child, pair.adult].join("/"))
                                }
                            }
                        }
                    }
                    ConsentSheet {
                        consents: page.face?.consents ?? []
                        givers: page.face?.givers ?? []
                        text: page.face?.consentText ?? ""
                        Layout.fillWidth: true
                        onGiven: (giver, how, language) => page.act("families/consent/" + page.household, {
                                "person": page.who.id,
                                "giver": giver,
                                "how": how,
                                "language": language
                            })
                        onWithdrawn: id => page.act("families/withdraw/" + page.household, {
                                "id": id
                            })
                    }
                    Sheet {
                        room: Theme.px(24)
                        Layout.fillWidth: true

                        Capital {
                            text: qsTr("Tessera e figure")
                            Layout.fillWidth: true
                        }
                        FactLine {
                            name: qsTr("Tessera")
                            value: page.card?.short ?? qsTr("nessuna")
                            Layout.fillWidth: true
                        }
                        FactLine {
                            name: qsTr("Si riconosce con")
                            value: FamilySay.means(page.face?.known)
                            Layout.fillWidth: true
                        }
                        FactLine {
                            visible: page.card !== null && (page.face?.known.means ?? "") !== ""
                            name: qsTr("Prove rimaste oggi")
                            value: String(page.face?.known.tries ?? 0)
                            alarming: (page.face?.known.tries ?? 1) === 0
                            Layout.fillWidth: true
                        }
                        Flow {
                            spacing: Theme.px(12)
                            Layout.fillWidth: true

                            DeskButton {
                                visible: page.card !== null && (page.allowed?.cards ?? false)
                                objectName: "show-card"
                                label: qsTr("Mostra la tessera")
                                tone: "paper"
                                size: 20
                                onTapped: page.go("families/card/" + page.household + "/" + page.card.serial)
                            }
                            DeskButton {
                                visible: (page.allowed?.secrets ?? false) && (page.face?.known.offered === "pin" || !page.child)
                                objectName: "pin"
                                label: qsTr("Un PIN suo")
                                tone: "paper"
                                size: 20
                                onTapped: page.go("families/pin/" + page.household + "/" + page.who.id)
                            }
                            DeskButton {
                                visible: page.allowed?.secrets ?? false
                                objectName: "pictures"
                                label: qsTr("Le figure della famiglia")
                                tone: "paper"
                                size: 20
                                onTapped: page.go("families/pictures/" + page.household)
                            }
                            DeskButton {
                                visible: page.allowed?.merge ?? false
                                objectName: "merge"
                                label: qsTr("Registrata due volte?")
                                tone: "paper"
                                size: 20
                                onTapped: page.go("families/merge/" + page.household + "/" + page.who.id)
                            }
                            DeskButton {
                                objectName: "away"
                                label: page.gone ? qsTr("Abita di nuovo qui") : qsTr("Non abita più qui…")
                                tone: "paper"
                                size: 20
                                onTapped: {
                                    if (page.gone)
                                        page.act("families/back/" + page.household + "/" + page.who.id, {});
                                    else
                                        page.go("families/away/" + page.household + "/" + page.who.id);
                                }
                            }
                            DeskButton {
                                visible: page.allowed?.erase ?? false
                                objectName: "erase"
                                label: qsTr("Cancella la persona…")
                                tone: "ask"
                                size: 20
                                onTapped: page.go("families/erase/" + page.household + "/" + page.who.id)
                            }
                            DeskButton {
                                visible: (page.face?.known.serial ?? 0) > 0 && (page.face?.known.tries ?? 3) < 3 && (page.allowed?.secrets ?? false)
                                objectName: "tries"
                                label: qsTr("Nuove prove")
                                tone: "paper"
                                size: 20
                                onTapped: page.act("families/reset/" + page.face.known.serial, {})
                            }
                        }
                    }
                }
            }
        }
    }
}

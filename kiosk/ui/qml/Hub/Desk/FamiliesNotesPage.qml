// Health and allergies of one person: who reads them is on record. A line is added by anybody who may; none is struck out alone.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string here: [face?.household ?? "", face?.who?.id ?? ""].join("/")
    property string what: "allergy"

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        page.go("families/person/" + here);
    }

    Component.onCompleted: forceActiveFocus()

    Keyed {
        id: notes
        rows: page.face?.notes ?? []
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        RowLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true

            Creature {
                kind: page.face?.who?.creature ?? ""
                side: Theme.px(96)
            }
            PageHead {
                title: qsTr("Da sapere su %1").arg(page.face?.who?.given ?? "")
                about: qsTr("Che hai letto resta scritto. Fra dieci minuti si chiude.")
                Layout.fillWidth: true

                DeskButton {
                    objectName: "done"
                    label: qsTr("Chiudi")
                    key: "Esc"
                    onTapped: page.back()
                }
            }
        }
        Scrolled {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Quiet {
                visible: (page.face?.notes ?? []).length === 0
                picture: "empty"
                words: qsTr("Niente di scritto.")
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.px(300)
            }
            Repeater {
                model: notes.model

                Sheet {
                    id: note
                    required property string rowId
                    readonly property var one: notes.byId[rowId] ?? null
                    room: Theme.px(24)
                    spacing: Theme.px(10)
                    Layout.fillWidth: true

                    Capital {
                        text: FamilySay.note(note.one?.what ?? "")
                        color: "#B4342A"
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: note.one?.lines ?? []

                        Words {
                            required property string modelData
                            text: modelData
                            size: 28
                            font.weight: Font.Bold
                            Layout.fillWidth: true
                        }
                    }
                    RowLayout {
                        visible: note.one?.ours ?? false
                        spacing: Theme.px(14)
                        Layout.fillWidth: true

                        Field {
                            objectName: "more-" + note.rowId
                            hint: qsTr("Una riga in più, poi Invio")
                            longest: 200
                            Layout.fillWidth: true
                            onAccepted: {
                                page.act("families/note/" + page.here, {
                                    "id": note.rowId,
                                    "line": text
                                });
                                clear();
                            }
                        }
                        DeskButton {
                            visible: page.face?.allowed?.weaken ?? false
                            objectName: "strike"
                            label: qsTr("Chiedi di toglierla")
                            tone: "paper"
                            size: 20
                            onTapped: page.act("families/strike/" + page.here, {
                                "id": note.rowId
                            })
                        }
                    }
                }
            }
            Sheet {
                room: Theme.px(24)
                Layout.fillWidth: true

                Capital {
                    text: qsTr("Altro da sapere")
                    Layout.fillWidth: true
                }
                RowLayout {
                    spacing: Theme.px(14)
                    Layout.fillWidth: true

                    Turn {
                        objectName: "what"
                        label: qsTr("Che cosa")
                        value: page.what
                        options: ["allergy", "health", "medicine", "food"].map(what => ({
                                    "value": what,
                                    "words": FamilySay.note(what)
                                }))
                        Layout.preferredWidth: Theme.px(240)
                        onChosen: value => page.what = value
                    }
                    Field {
                        objectName: "new-note"
                        hint: qsTr("Che cosa bisogna sapere, poi Invio")
                        longest: 200
                        Layout.fillWidth: true
                        onAccepted: {
                            page.act("families/note/" + page.here, {
                                "id": "",
                                "what": page.what,
                                "line": text
                            });
                            clear();
                        }
                    }
                }
                Words {
                    text: qsTr("Quello che è scritto qui si aggiunge soltanto: per toglierlo servono due persone della tutela.")
                    size: 21
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
        }
    }
}

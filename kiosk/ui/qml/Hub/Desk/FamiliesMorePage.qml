// A household as a whole: its name, its shield, what is kept of it to take along.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string household: face?.household ?? ""
    readonly property bool shielded: face?.shielded ?? false
    readonly property bool weaken: face?.allowed?.weaken ?? false
    property bool sure: false

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        if (sure)
            sure = false;
        else
            page.go("families/open/" + household);
    }

    onFaceChanged: sure = false
    Component.onCompleted: forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Famiglia %1").arg(page.face?.label.value ?? "")
            about: qsTr("Il nome, la protezione, quello che la famiglia porta con sé.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "done"
                label: qsTr("Alla famiglia")
                key: "Esc"
                onTapped: page.go("families/open/" + page.household)
            }
        }
        RowLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true

            ColumnLayout {
                spacing: Theme.px(20)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(700)
                Layout.alignment: Qt.AlignTop

                Sheet {
                    room: Theme.px(28)
                    Layout.fillWidth: true

                    EditField {
                        name: "label"
                        label: qsTr("Come si chiama qui")
                        written: page.face?.label
                        Layout.fillWidth: true
                        onChanged: (name, now, settled) => page.act("families/edit/" + page.household, {
                                "kind": "household",
                                "id": page.household,
                                "name": name,
                                "now": now,
                                "settled": settled
                            })
                    }
                }
                Sheet {
                    visible: page.face?.allowed?.export ?? false
                    room: Theme.px(28)
                    Layout.fillWidth: true

                    Capital {
                        text: qsTr("Tutto quello che è scritto")
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Un file per la famiglia, con le note di salute. Finisce in %1").arg(page.face?.folder ?? "")
                        size: 22
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                    Flow {
                        spacing: Theme.px(12)
                        Layout.fillWidth: true

                        DeskButton {
                            objectName: "export"
                            label: qsTr("Salva il file")
                            tone: "paper"
                            key: "F"
                            onTapped: page.act("families/export/" + page.household, {
                                "pdf": false
                            })
                        }
                        DeskButton {
                            objectName: "export-pdf"
                            label: qsTr("Salva il PDF")
                            tone: "paper"
                            key: "D"
                            onTapped: page.act("families/export/" + page.household, {
                                "pdf": true
                            })
                        }
                        DeskButton {
                            objectName: "print"
                            label: qsTr("Stampa")
                            tone: "paper"
                            key: "S"
                            onTapped: page.act("families/print_household/" + page.household, {})
                        }
                    }
                }
            }
            Sheet {
                room: Theme.px(28)
                ground: page.sure ? "#FBE3E0" : Theme.card
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(700)
                Layout.alignment: Qt.AlignTop

                Capital {
                    text: qsTr("Protezione")
                    Layout.fillWidth: true
                }
                Words {
                    text: page.shielded ? qsTr("Protetta: la vede e la trova solo chi tutela i minori.") : qsTr("La vedono tutti quelli che lavorano al banco.")
                    size: 24
                    font.weight: Font.DemiBold
                    Layout.fillWidth: true
                }
                Words {
                    visible: page.sure
                    text: page.shielded ? qsTr("Resta protetta finché una seconda persona della tutela, in centrale, dice di sì.") : qsTr("Sparirà dalle ricerche e dagli schermi di tutti gli altri, forse anche dai tuoi. Per toglierla servono due persone della tutela.")
                    size: 23
                    color: "#B4342A"
                    Layout.fillWidth: true
                }
                RowLayout {
                    spacing: Theme.px(14)
                    Layout.fillWidth: true

                    DeskButton {
                        visible: !page.shielded || page.weaken
                        objectName: "shield"
                        label: page.shielded ? qsTr("Chiedi di toglierla") : qsTr("Proteggi la famiglia")
                        tone: page.sure ? "ask" : "paper"
                        key: "P"
                        onTapped: {
                            if (!page.sure) {
                                page.sure = true;
                                return;
                            }
                            page.sure = false;
                            if (page.shielded)
                                page.act("families/unshield/" + page.household, {});
                            else
                                page.act("families/edit/" + page.household, {
                                    "kind": "household",
                                    "id": page.household,
                                    "name": "shielded",
                                    "now": true,
                                    "settled": 0
                                });
                        }
                    }
                    DeskButton {
                        visible: page.sure
                        objectName: "not-sure"
                        label: qsTr("Lascia com’è")
                        key: "Esc"
                        onTapped: page.sure = false
                    }
                }
            }
        }
        DeskButton {
            visible: page.face?.allowed?.erase ?? false
            objectName: "erase"
            label: qsTr("Cancella la famiglia…")
            tone: "ask"
            onTapped: page.go("families/erase/" + page.household)
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

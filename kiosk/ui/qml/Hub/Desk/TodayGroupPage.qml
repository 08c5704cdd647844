// A group comes with its leader: the leader's card is scanned, or the leader is found; then how many.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var leader: face?.leader ?? null
    readonly property bool known: leader !== null || (face?.card ?? "") !== ""
    readonly property var found: (list.text !== "" ? face?.hits ?? [] : []).map(hit => ({
                "id": hit.household + "/" + hit.person.id,
                "person": hit.person,
                "leader": hit.person.id,
                "about": [hit.adult ? qsTr("adulto") : DaySay.years(hit.person), hit.home !== "" ? qsTr("famiglia %1").arg(hit.home) : ""].filter(part => part !== "").join(" · "),
                "note": ""
            }))

    function words(said: var): string {
        return DaySay.said(said);
    }
    function confirm() {
        if (steppers.all > 0)
            page.act("today/group", Object.assign({
                "leader": leader?.id ?? "",
                "card": face?.card ?? ""
            }, steppers.counts));
    }

    onKnownChanged: if (known)
        steppers.begin()
    Component.onCompleted: {
        list.text = face?.text ?? "";
        if (known)
            steppers.begin();
        else
            list.resume();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Arriva un gruppo")
            about: qsTr("Passa la tessera di chi lo guida, o cercalo. Chi guida è uno degli adulti.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna a oggi")
                key: "Esc"
                onTapped: page.back()
            }
        }
        Sheet {
            visible: page.known
            room: Theme.px(24)
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.px(20)
                Layout.fillWidth: true

                Creature {
                    kind: page.leader?.creature ?? ""
                    side: Theme.px(72)
                }
                ColumnLayout {
                    spacing: Theme.px(6)
                    Layout.fillWidth: true

                    Words {
                        objectName: "leader"
                        text: page.leader?.name ?? qsTr("Tessera di un altro hub")
                        size: 30
                        font.weight: Font.Bold
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("guida il gruppo")
                        size: 22
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                }
                DeskButton {
                    objectName: "other-leader"
                    tone: "paper"
                    label: qsTr("Un’altra persona")
                    onTapped: page.go("today/group")
                }
            }
        }
        Sheet {
            visible: !page.known
            Layout.fillWidth: true
            Layout.fillHeight: true

            HitList {
                id: list
                hint: qsTr("Chi guida il gruppo: un nome, o il codice di una tessera")
                rows: page.found
                Layout.fillWidth: true
                Layout.fillHeight: page.found.length > 0
                onTyped: text => page.go("today/group?" + text)
                onChosen: row => page.go("today/group/person/" + row.leader)
            }
            Quiet {
                visible: page.found.length === 0
                picture: "card-reader"
                words: list.text === "" ? qsTr("Passa la tessera di chi guida.") : qsTr("Nessuno con questo nome.")
                more: qsTr("Se chi guida non è di qui, scrivi solo i numeri.")
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
        Sheet {
            room: Theme.px(28)
            Layout.fillWidth: true

            BandSteppers {
                id: steppers
                bands: page.face?.bands ?? []
                firstAdults: 1
                Layout.fillWidth: true
                onMain: page.confirm()
            }
            DeskButton {
                objectName: "confirm"
                tone: "dark"
                size: 27
                enabled: steppers.all > 0
                label: qsTr("Entra il gruppo: %1").arg(steppers.all)
                key: qsTr("Invio")
                implicitHeight: Theme.px(72)
                Layout.topMargin: Theme.px(12)
                Layout.alignment: Qt.AlignRight
                onTapped: page.confirm()
            }
        }
        Item {
            visible: page.known
            Layout.fillHeight: true
        }
    }
}

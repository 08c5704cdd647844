// The station about itself: how fresh, what waits, which stations of the hub were heard and when.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var stands: face?.stands ?? null
    readonly property int waiting: stands?.waiting ?? 0
    readonly property bool anchored: face?.anchored ?? false

    function words(said: var): string {
        return StationSay.said(said);
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Stazione %1").arg(page.stands?.station ?? "")
            about: DeskSay.fresh(page.stands)
            Layout.fillWidth: true

            DeskButton {
                objectName: "time"
                visible: !page.anchored
                tone: "ask"
                label: qsTr("Di’ che ore sono")
                key: "O"
                onTapped: page.go("station/time")
            }
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            Layout.fillHeight: false

            Sheet {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(520)

                Capital {
                    text: qsTr("In attesa di partire")
                    Layout.fillWidth: true
                }
                RowLayout {
                    spacing: Theme.px(24)

                    Words {
                        text: String(page.waiting)
                        size: 64
                        font.weight: Font.Bold
                        color: page.waiting === 0 ? Theme.done : Theme.ink
                    }
                    Picture {
                        name: page.waiting === 0 ? "tram" : "tram-at-stop"
                        side: Theme.px(170)
                        ratio: 0.46
                    }
                }
                Words {
                    text: page.waiting === 0 ? qsTr("Tutto consegnato alla città.") : qsTr("Il più vecchio aspetta da %1. Partono da soli appena c’è rete.").arg(DeskSay.age(page.stands?.oldest))
                    color: Theme.soft
                    size: 23
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillHeight: true
                }
            }
            Sheet {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(760)
                spacing: Theme.px(22)

                Capital {
                    text: qsTr("Come sta")
                    Layout.fillWidth: true
                }
                FactLine {
                    name: qsTr("Tessere da dare")
                    value: (page.face?.fewBlanks ?? false) ? qsTr("%1: chiedine altre alla città").arg(page.face?.blanks ?? 0) : String(page.face?.blanks ?? 0)
                    alarming: page.face?.fewBlanks ?? false
                    Layout.fillWidth: true
                }
                FactLine {
                    name: qsTr("Elenco delle tessere spente")
                    value: page.face?.revocations ? qsTr("aggiornato %1").arg(DeskSay.moment(page.face.revocations)) : qsTr("mai arrivato")
                    alarming: !page.face?.revocations || page.stands?.state !== "up_to_date"
                    Layout.fillWidth: true
                }
                FactLine {
                    name: qsTr("Orologio")
                    value: !page.anchored ? qsTr("da confermare: i voucher aspettano") : (page.face?.byHand ?? false) ? qsTr("detta da chi coordina") : qsTr("segue l’ora della città")
                    alarming: !page.anchored
                    Layout.fillWidth: true
                }
                FactLine {
                    name: qsTr("Messaggi messi da parte")
                    value: (page.face?.aside ?? 0) === 0 ? qsTr("nessuno") : qsTr("%1: guarda in “Serve una persona”").arg(page.face?.aside ?? 0)
                    alarming: (page.face?.aside ?? 0) > 0
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillHeight: true
                }
            }
        }
        Sheet {
            spacing: Theme.px(20)
            Layout.fillWidth: true

            Capital {
                text: qsTr("Stazioni di questo hub")
                Layout.fillWidth: true
            }
            Repeater {
                model: page.face?.stations ?? []

                FactLine {
                    required property var modelData
                    name: modelData.name
                    value: modelData.own ? qsTr("questa") : modelData.at ? qsTr("sentita %1").arg(DeskSay.moment(modelData.at)) : qsTr("mai sentita")
                    alarming: !modelData.own && !modelData.at
                    Layout.fillWidth: true
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

// A mistake is put right: what was said of a stay, which of it is taken back, and why.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property var row: face?.row ?? null
    readonly property var steps: face?.steps ?? []
    property string event: "" // chosen
    readonly property var chosen: steps.find(step => step.event === event) ?? steps[0] ?? null
    property string why: ""

    function words(said: var): string {
        return DaySay.said(said);
    }
    function confirm() {
        if (chosen && why !== "")
            page.act("today/mend/" + chosen.visit + "/" + chosen.event, {
                "why": why
            });
    }
    function step(one: var): string {
        const what = ({
                "came": qsTr("Arrivo"),
                "seen": row?.kind === "counted" ? qsTr("Numero confermato") : qsTr("Visto"),
                "left": qsTr("Uscita")
            })[one.step] ?? "";
        const who = [one.how ? DaySay.how(one.how) : "", one.worker ? qsTr("detto da %1").arg(one.worker) : "", one.station].filter(part => part !== "");
        return [qsTr("%1 alle %2").arg(what).arg(one.time), ...who].join(" · ");
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Correggi: %1").arg(DaySay.name(page.row))
            about: qsTr("Quello che annulli resta scritto, con il tuo nome e il motivo.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna a oggi")
                key: "Esc"
                onTapped: page.back()
            }
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true

            Sheet {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(760)
                Layout.alignment: Qt.AlignTop

                Capital {
                    text: qsTr("Che cosa non è vero")
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.steps

                    Choice {
                        required property int index
                        required property var modelData
                        objectName: "step-" + modelData.step
                        label: page.step(modelData)
                        chosen: page.chosen?.event === modelData.event
                        focus: index === 0
                        Layout.fillWidth: true
                        onTapped: page.event = modelData.event
                        onMain: page.confirm()
                    }
                }
            }
            Sheet {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(620)
                Layout.alignment: Qt.AlignTop

                Capital {
                    text: qsTr("Perché")
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.face?.whys ?? []

                    Choice {
                        required property int index
                        required property string modelData
                        objectName: "why-" + modelData
                        label: DaySay.why(modelData)
                        key: String(index + 1)
                        chosen: page.why === modelData
                        Layout.fillWidth: true
                        onTapped: page.why = modelData
                        onMain: page.confirm()
                    }
                }
                DeskButton {
                    objectName: "confirm"
                    tone: "dark"
                    size: 25
                    enabled: page.why !== "" && page.chosen !== null
                    label: ({
                            "came": qsTr("Annulla l’arrivo"),
                            "seen": qsTr("Annulla «visto»"),
                            "left": qsTr("Annulla l’uscita")
                        })[page.chosen?.step ?? "came"]
                    key: qsTr("Invio")
                    implicitHeight: Theme.px(72)
                    Layout.topMargin: Theme.px(12)
                    Layout.fillWidth: true
                    onTapped: page.confirm()
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

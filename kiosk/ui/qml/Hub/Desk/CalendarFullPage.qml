// The turn has no place for all of them: when there is one, said kindly; and who may decide otherwise.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var head: face?.head ?? null
    readonly property bool fits: face?.fits ?? false
    readonly property string ask: (head?.turn ?? "") + "/" + (face?.asked ?? "")
    property string why: ""

    function words(said: var): string {
        return CalendarSay.said(said);
    }
    function back() {
        page.go("calendar/turn/" + (head?.turn ?? ""));
    }
    function again() {
        if (fits)
            page.act("calendar/again/" + ask, {});
        else if (face?.next)
            page.act("calendar/again/" + face.nextTurn + "/" + face.asked, {});
        else
            page.go("calendar//" + (head?.day ?? ""));
    }
    function against() {
        if (why !== "")
            page.act("calendar/against/" + ask, {
                "because": why
            });
    }
    function free(): string {
        const count = face?.free ?? 0;
        return count === 0 ? qsTr("Non ci sono più posti.") : DaySay.several(count, qsTr("È rimasto 1 posto."), qsTr("Sono rimasti %1 posti."));
    }

    Component.onCompleted: main.forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: page.fits ? qsTr("Adesso c’è posto") : qsTr("Qui non ci stanno tutti")
            about: CalendarSay.turn(page.head)
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna al turno")
                key: "Esc"
                onTapped: page.back()
            }
        }
        RowLayout {
            spacing: Theme.px(22)
            Layout.fillWidth: true

            Sheet {
                room: Theme.px(36)
                spacing: Theme.px(18)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(820)
                Layout.alignment: Qt.AlignTop

                RowLayout {
                    spacing: Theme.px(24)
                    Layout.fillWidth: true

                    Picture {
                        name: page.fits ? "star-done" : "hourglass"
                        side: Theme.px(150)
                    }
                    ColumnLayout {
                        spacing: Theme.px(10)
                        Layout.fillWidth: true

                        Words {
                            objectName: "full"
                            text: page.fits ? qsTr("Si è liberato un posto per tutti.") : [page.free(), DaySay.several(page.face?.people ?? 0, qsTr("Ne serve 1."), qsTr("Ne servono %1."))].join(" ")
                            size: 30
                            font.weight: Font.Bold
                            Layout.fillWidth: true
                        }
                        Words {
                            visible: text !== ""
                            text: DaySay.ours(DaySay.list(page.face?.names ?? []))
                            size: 24
                            color: Theme.soft
                            Layout.fillWidth: true
                        }
                        Words {
                            objectName: "next"
                            text: page.fits ? "" : page.face?.next ? qsTr("C’è posto per tutti %1.").arg(CalendarSay.chance(page.face.next)) : qsTr("Nei prossimi due mesi nessun turno ha tanti posti.")
                            visible: text !== ""
                            size: 27
                            font.weight: Font.DemiBold
                            color: page.face?.next ? "#1B7A45" : Theme.wait
                            Layout.fillWidth: true
                        }
                    }
                }
                DeskButton {
                    id: main
                    objectName: "again"
                    tone: "dark"
                    size: 25
                    label: page.fits ? qsTr("Dai il posto") : page.face?.next ? qsTr("Dai il posto %1").arg(CalendarSay.chance(page.face.next)) : qsTr("Guarda il calendario")
                    key: qsTr("Invio")
                    Layout.fillWidth: true
                    least: Theme.px(72)
                    onTapped: page.again()
                }
                DeskButton {
                    objectName: "other"
                    visible: !page.fits && (page.face?.next ?? null) !== null
                    tone: "paper"
                    label: qsTr("Scegli un altro turno")
                    key: "A"
                    Layout.fillWidth: true
                    onTapped: page.go("calendar//" + (page.head?.day ?? ""))
                }
                Words {
                    text: qsTr("Chi non ha il posto può venire lo stesso: alla porta non si rifiuta nessuno.")
                    size: 21
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
            Sheet {
                visible: !page.fits && (page.face?.becauses ?? []).length > 0
                room: Theme.px(30)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(600)
                Layout.alignment: Qt.AlignTop

                Capital {
                    text: qsTr("Oltre il numero")
                    Layout.fillWidth: true
                }
                Words {
                    text: qsTr("Lo decidi tu, con il tuo nome e il motivo. Si può annullare.")
                    size: 21
                    color: Theme.soft
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.face?.becauses ?? []

                    Choice {
                        required property int index
                        required property string modelData
                        objectName: "why-" + modelData
                        label: CalendarSay.because(modelData)
                        key: String(index + 1)
                        chosen: page.why === modelData
                        Layout.fillWidth: true
                        onTapped: page.why = modelData
                        onMain: page.against()
                    }
                }
                DeskButton {
                    objectName: "against"
                    tone: "ask"
                    enabled: page.why !== ""
                    label: qsTr("Dai il posto lo stesso")
                    Layout.fillWidth: true
                    onTapped: page.against()
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

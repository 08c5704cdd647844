// Nobody tells this station what time it is: a phone brings it from the city, or a coordinator says it by hand.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property bool known: face?.known ?? false
    readonly property bool byHand: face?.byHand ?? false

    function words(said: var): string {
        return StationSay.said(said);
    }
    function back() {
        page.go("station");
    }
    function tell() {
        page.act("station/time", {
            "day": day.text,
            "time": hour.text
        });
    }

    Component.onCompleted: forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: page.known ? qsTr("L’ora è quella giusta") : qsTr("Che ore sono?")
            about: page.known ? qsTr("Non serve dirla.") : qsTr("La stazione è rimasta spenta a lungo, o il suo orologio è sbagliato. Gli arrivi vanno avanti; i voucher aspettano l’ora giusta.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna alla stazione")
                key: "Esc"
                onTapped: page.back()
            }
        }
        RowLayout {
            visible: !page.known
            spacing: Theme.px(24)
            Layout.fillWidth: true
            Layout.fillHeight: false

            Sheet {
                room: Theme.px(36)
                spacing: Theme.px(20)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(900)

                Capital {
                    text: qsTr("Con un telefono che ha rete")
                    Layout.fillWidth: true
                }
                RowLayout {
                    spacing: Theme.px(34)
                    Layout.fillWidth: true

                    QrDrawing {
                        objectName: "question"
                        visible: (page.face?.question ?? null) !== null
                        qr: page.face?.question ?? null
                        side: Theme.px(480)
                        Accessible.name: qsTr("La domanda della stazione, per il telefono")
                        Layout.alignment: Qt.AlignTop
                    }
                    ColumnLayout {
                        spacing: Theme.px(22)
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop

                        Repeater {
                            model: page.face?.question ? [qsTr("Inquadra questo codice con il telefono."), qsTr("Si apre una pagina della città, con un altro codice."), qsTr("Mostra quel codice al lettore di questa stazione.")] : [qsTr("Questa stazione non conosce ancora la città: chiama chi l’ha montata.")]

                            RowLayout {
                                id: step

                                required property int index
                                required property string modelData
                                spacing: Theme.px(18)
                                Layout.fillWidth: true

                                Words {
                                    text: page.face?.question ? String(step.index + 1) : ""
                                    visible: text !== ""
                                    size: 40
                                    font.weight: Font.Bold
                                    color: Theme.soft
                                    Layout.alignment: Qt.AlignTop
                                }
                                Words {
                                    text: step.modelData
                                    size: 26
                                    Layout.fillWidth: true
                                }
                            }
                        }
                        Words {
                            visible: (page.face?.question ?? null) !== null
                            text: qsTr("Vale cinque minuti. Nel codice non c’è nessun nome.")
                            size: 21
                            color: Theme.soft
                            Layout.topMargin: Theme.px(10)
                            Layout.fillWidth: true
                        }
                    }
                }
                Item {
                    Layout.fillHeight: true
                }
            }
            Sheet {
                room: Theme.px(36)
                spacing: Theme.px(18)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(560)

                Capital {
                    text: qsTr("A mano")
                    Layout.fillWidth: true
                }
                Words {
                    text: page.byHand ? qsTr("Guarda un orologio di cui ti fidi. Resta scritto il tuo nome; appena c’è rete vale l’ora della città.") : qsTr("Lo può fare chi coordina, con il suo nome.")
                    size: 22
                    color: Theme.soft
                    Layout.fillWidth: true
                }
                Words {
                    text: qsTr("Qui adesso risulta: %1 (%2)").arg(DeskSay.moment(page.face?.shows)).arg(page.face?.year ?? "")
                    size: 22
                    font.weight: Font.DemiBold
                    Layout.topMargin: Theme.px(10)
                    Layout.fillWidth: true
                }
                RowLayout {
                    visible: page.byHand
                    spacing: Theme.px(18)
                    Layout.fillWidth: true

                    Field {
                        id: day
                        objectName: "day"
                        label: qsTr("Giorno")
                        hint: qsTr("5.12.%1").arg(page.face?.year ?? "")
                        key: "G"
                        longest: 10
                        Layout.fillWidth: true
                        onAccepted: hour.choose()
                    }
                    Field {
                        id: hour
                        objectName: "hour"
                        label: qsTr("Ora")
                        hint: "9.05"
                        longest: 5
                        Layout.fillWidth: true
                        onAccepted: page.tell()
                    }
                }
                DeskButton {
                    objectName: "tell"
                    visible: page.byHand
                    tone: "ask"
                    size: 25
                    enabled: day.text !== "" && hour.text !== ""
                    label: qsTr("È questa")
                    key: qsTr("Invio")
                    implicitHeight: Theme.px(70)
                    Layout.fillWidth: true
                    onTapped: page.tell()
                }
                Item {
                    Layout.fillHeight: true
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

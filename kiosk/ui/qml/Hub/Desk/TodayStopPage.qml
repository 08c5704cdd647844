// They are not let go like this: why, what to do now, and who decides against it, by name and with a reason.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string stop: face?.stop ?? ""
    readonly property bool never: stop === "must_not_collect"
    readonly property string child: DaySay.read(face?.person) || qsTr("Questa persona")
    readonly property string adult: DaySay.read(face?.withWhom) || qsTr("Questo adulto")
    readonly property string visit: face?.visit ?? ""
    readonly property color ink: never ? "#8E2A18" : Theme.ink
    property string because: ""
    readonly property var reasons: ["guardian_asked", "paper_seen", "authority_asked", "record_wrong"]

    function words(said: var): string {
        return DaySay.said(said);
    }
    function back() {
        page.go("today/leave/" + visit);
    }
    function override() {
        if (because !== "")
            page.act("today/against/" + visit, {
                "adult": face?.adult ?? "",
                "because": because
            });
    }
    function headline(): string {
        return ({
                "must_not_collect": qsTr("%1 non deve ritirare %2.").arg(adult).arg(child),
                "not_authorised": qsTr("%1 non ha la delega per ritirare %2.").arg(adult).arg(child),
                "stranger": qsTr("Questo adulto non è scritto da nessuna parte."),
                "alone": qsTr("%1 non esce senza un adulto.").arg(child)
            })[stop] ?? "";
    }
    function steps(): var {
        const call = face?.mayCollect?.length > 0 ? qsTr("Chiama chi può ritirare: %1.").arg(DaySay.list(face.mayCollect.map(one => DaySay.read(one)))) : qsTr("Chiama chi coordina l’hub.");
        const keep = qsTr("%1 resta qui con te.").arg(child);
        if (face?.askSafeguarding ?? false)
            return [keep, qsTr("C’è un divieto: non sappiamo chi è. Prima di farlo uscire con qualcuno di nuovo, senti la tutela minori."), call];
        return never ? [keep, qsTr("Non dire dove sono gli altri, e non discutere."), call, qsTr("Se qualcuno insiste o hai paura: 112.")] : [keep, call, qsTr("Chiedi un documento, se non conosci la persona.")];
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        Item {
            implicitHeight: head.implicitHeight + 2 * Theme.px(32)
            Layout.fillWidth: true

            Rectangle {
                anchors.fill: parent
                radius: Theme.px(28)
                color: page.never ? "#FCE9E6" : "#FFEFC9"
                border.width: Theme.px(page.never ? 6 : 3)
                border.color: page.never ? "#B4342A" : "#8A5A00"
            }
            RowLayout {
                id: head
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.px(36)
                spacing: Theme.px(36)

                Picture {
                    name: page.never ? "stop" : "ask-first"
                    side: Theme.px(200)
                }
                ColumnLayout {
                    spacing: Theme.px(18)
                    Layout.fillWidth: true

                    Heading {
                        objectName: "stop"
                        text: page.headline()
                        size: 46
                        color: page.ink
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: page.steps()

                        RowLayout {
                            id: step
                            required property string modelData
                            spacing: Theme.px(16)
                            Layout.fillWidth: true

                            Rectangle {
                                implicitWidth: Theme.px(16)
                                implicitHeight: Theme.px(16)
                                radius: height / 2
                                color: page.never ? "#B4342A" : "#8A5A00"
                            }
                            Words {
                                text: step.modelData
                                size: 27
                                color: page.ink
                                Layout.fillWidth: true
                            }
                        }
                    }
                }
            }
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                tone: "dark"
                focus: true
                size: 26
                label: qsTr("Non esce: torna indietro")
                key: "Esc"
                implicitHeight: Theme.px(72)
                onTapped: page.back()
            }
            Item {
                Layout.fillWidth: true
            }
        }
        Sheet {
            visible: page.face?.mayOverride ?? false
            room: Theme.px(28)
            Layout.fillWidth: true

            Words {
                text: qsTr("Decidi tu, contro questa regola? Restano scritti il tuo nome e il motivo, e si può annullare.")
                size: 24
                font.weight: Font.DemiBold
                Layout.fillWidth: true
            }
            GridLayout {
                columns: 2
                columnSpacing: Theme.px(16)
                rowSpacing: Theme.px(12)
                uniformCellWidths: true
                Layout.fillWidth: true

                Repeater {
                    model: page.reasons

                    Choice {
                        required property int index
                        required property string modelData
                        objectName: "because-" + modelData
                        label: DaySay.because(modelData)
                        size: 22
                        key: String(index + 1)
                        chosen: page.because === modelData
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onTapped: page.because = modelData
                    }
                }
            }
            DeskButton {
                objectName: "against"
                tone: "ask"
                enabled: page.because !== ""
                label: page.stop === "alone" ? qsTr("Esce lo stesso, senza adulti") : qsTr("Esce lo stesso")
                key: "Ctrl Invio"
                sequence: "Ctrl+Return"
                Layout.alignment: Qt.AlignRight
                onTapped: page.override()
            }
        }
        Words {
            visible: !(page.face?.mayOverride ?? false)
            text: qsTr("Il tuo ruolo non decide contro questa regola: chiama chi può.")
            size: 24
            color: Theme.soft
            Layout.fillWidth: true
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

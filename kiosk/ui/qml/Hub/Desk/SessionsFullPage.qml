// Something is said before somebody signs up: another age, another activity at that hour, or no free place; then they
// wait in order, or a worker decides against the number, by name and with a reason.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var session: face?.session ?? null
    readonly property bool room: face?.room ?? false
    readonly property var warns: face?.warns ?? []
    readonly property var becauses: room ? [] : face?.becauses ?? []
    readonly property bool known: (face?.signup ?? "") !== ""
    readonly property string who: DaySay.read(face?.person) || qsTr("Questa persona")
    readonly property bool whole: face?.whole ?? false
    property string because: ""

    function words(said: var): string {
        return SessionSay.said(said);
    }
    function back() {
        page.go("sessions/open/" + (session?.id ?? ""));
    }
    function wait() {
        if (known)
            page.back();
        else
            page.act("sessions/wait/" + session.id + (whole || (session?.course ?? null) === null ? "" : "/one"), {
                "person": face.person.id,
                "household": face.household
            });
    }
    function against() {
        if (because !== "")
            page.act("sessions/against/" + session.id, {
                "signup": face.signup,
                "person": face.person.id,
                "household": face.household,
                "because": because
            });
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        PageHead {
            title: page.session?.title ?? ""
            about: SessionSay.when(page.session)
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                visible: !page.known
                label: qsTr("Torna all’elenco")
                key: "Esc"
                onTapped: page.back()
            }
        }
        SessionHead {
            session: page.session
            Layout.fillWidth: true
        }
        Item {
            implicitHeight: head.implicitHeight + 2 * Theme.px(28)
            Layout.fillWidth: true

            Rectangle {
                anchors.fill: parent
                radius: Theme.px(28)
                color: "#FFEFC9"
                border.width: Theme.px(3)
                border.color: "#8A5A00"
            }
            RowLayout {
                id: head
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.px(34)
                spacing: Theme.px(34)

                Picture {
                    name: page.room ? "ask-first" : "hourglass"
                    side: Theme.px(150)
                }
                ColumnLayout {
                    spacing: Theme.px(14)
                    Layout.fillWidth: true

                    Heading {
                        objectName: "full"
                        text: page.room ? qsTr("Prima di iscrivere %1").arg(page.who) : page.whole ? qsTr("Per %1 non c’è un posto in tutte le date.").arg(page.who) : qsTr("Per %1 non c’è un posto libero.").arg(page.who)
                        size: 40
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: page.warns

                        Words {
                            required property string modelData
                            text: SessionSay.warn(modelData)
                            size: 26
                            font.weight: Font.DemiBold
                            Layout.fillWidth: true
                        }
                    }
                    Words {
                        visible: !page.room
                        text: page.whole ? qsTr("Resta una richiesta per tutto il corso: le si risponde una volta sola, per tutte le date.") : page.known ? qsTr("Resta in attesa al suo posto nell’ordine: il primo posto che si libera va a chi aspetta da più tempo.") : (page.face?.waiting ?? 0) === 0 ? qsTr("Nessuno aspetta: il primo posto che si libera è suo.") : page.face.waiting === 1 ? qsTr("Una persona aspetta già: sarà il numero 2.") : qsTr("%1 aspettano già: sarà il numero %2.").arg(page.face.waiting).arg(page.face.waiting + 1)
                        size: 25
                        Layout.fillWidth: true
                    }
                    DeskButton {
                        objectName: "wait"
                        tone: "dark"
                        focus: true
                        size: 26
                        label: page.known ? qsTr("Resta in attesa") : page.room ? qsTr("Iscrivi lo stesso") : page.whole ? qsTr("Scrivi la richiesta") : qsTr("Scrivi in attesa")
                        key: page.known ? "Esc" : qsTr("Invio")
                        implicitHeight: Theme.px(68)
                        onTapped: page.wait()
                    }
                }
            }
        }
        Sheet {
            visible: page.becauses.length > 0
            room: Theme.px(26)
            Layout.fillWidth: true

            Words {
                text: qsTr("Decidi tu, oltre il numero dei posti? Restano scritti il tuo nome e il motivo, e si può annullare.")
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
                    model: page.becauses

                    Choice {
                        required property int index
                        required property string modelData
                        objectName: "because-" + modelData
                        label: SessionSay.because(modelData)
                        size: 22
                        key: String(index + 1)
                        chosen: page.because === modelData
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onTapped: page.because = modelData
                        onMain: page.against()
                    }
                }
            }
            DeskButton {
                objectName: "against"
                tone: "ask"
                enabled: page.because !== ""
                label: qsTr("Dai il posto lo stesso")
                key: "Ctrl Invio"
                sequence: "Ctrl+Return"
                Layout.alignment: Qt.AlignRight
                onTapped: page.against()
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

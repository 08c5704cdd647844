// What goes when a family is erased, said by name; the reason, and the word that has to be typed. There is no way back.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string household: face?.household ?? ""
    readonly property var who: face?.who ?? null
    readonly property string here: who ? household + "/" + who.id : household
    property string because: "asked"

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        page.go(who ? "families/person/" + here : "families/more/" + household);
    }
    function erase() {
        page.act("families/erase/" + page.here, {
            "word": word.text,
            "because": page.because
        });
    }
    // "3 tessere", "una tessera"; "" of nothing.
    function count(number: int, one: string, many: string): string {
        return number === 0 ? "" : number === 1 ? one : many.arg(number);
    }

    Component.onCompleted: word.choose()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: page.who ? qsTr("Cancellare %1?").arg(page.who.given) : qsTr("Cancellare la famiglia %1?").arg(page.face?.label ?? "")
            about: qsTr("Non si torna indietro, nemmeno con una copia di ieri.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "done"
                label: qsTr("Lascia com’è")
                key: "Esc"
                onTapped: page.back()
            }
        }
        Scrolled {
            Layout.fillWidth: true
            Layout.fillHeight: true

            RowLayout {
                spacing: Theme.px(20)
                Layout.fillWidth: true

                Sheet {
                    room: Theme.px(28)
                    spacing: Theme.px(6)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(760)
                    Layout.alignment: Qt.AlignTop

                    Capital {
                        text: qsTr("Sparisce tutto questo")
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: page.face?.people ?? []

                        PersonLine {
                            required property var modelData
                            who: modelData
                            enabled: false
                            Layout.fillWidth: true
                        }
                    }
                    Words {
                        text: [page.count(page.face?.cards ?? 0, qsTr("una tessera"), qsTr("%1 tessere")), page.count(page.face?.ties ?? 0, qsTr("un legame"), qsTr("%1 legami")), page.count(page.face?.contacts ?? 0, qsTr("un contatto"), qsTr("%1 contatti")), page.count(page.face?.consents ?? 0, qsTr("un consenso"), qsTr("%1 consensi")), qsTr("le note di salute"), qsTr("le figure o il PIN")].filter(part => part !== "").join(", ")
                        size: 23
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.px(10)
                    }
                    Words {
                        text: qsTr("Restano solo numeri: quanti sono venuti e quando, senza dire chi.")
                        size: 22
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                }
                Sheet {
                    room: Theme.px(28)
                    spacing: Theme.px(16)
                    ground: "#FBE3E0"
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(700)
                    Layout.alignment: Qt.AlignTop

                    Words {
                        text: qsTr("Perché")
                        size: 19
                        font.weight: Font.DemiBold
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                    Turn {
                        objectName: "because"
                        label: qsTr("Perché")
                        value: page.because
                        options: (page.face?.because ?? []).map(one => ({
                                    "value": one,
                                    "words": FamilySay.because(one)
                                }))
                        Layout.fillWidth: true
                        onChosen: value => page.because = value
                    }
                    Field {
                        id: word
                        objectName: "word"
                        label: qsTr("Scrivi «%1» per confermare").arg(page.face?.word ?? "")
                        focus: true
                        Layout.fillWidth: true
                        onAccepted: page.erase()
                    }
                    DeskButton {
                        objectName: "erase"
                        label: qsTr("Cancella per sempre")
                        tone: "ask"
                        enabled: word.text.trim() !== ""
                        onTapped: page.erase()
                    }
                }
            }
        }
    }
}

// A receipt is shown: genuine or not, over how much, of which day, shown here before or not. Nothing of whom.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string verdict: face?.verdict ?? ""
    readonly property bool genuine: verdict === "genuine"
    readonly property bool again: genuine && (face?.presented ?? null) !== null

    function words(said: var): string {
        return VoucherSay.said(said);
    }
    function back() {
        page.go("vouchers");
    }
    function headline(): string {
        return ({
                "": qsTr("Passa la ricevuta."),
                "genuine": again ? qsTr("È vera, ma l’hanno già mostrata qui.") : qsTr("È vera."),
                "reversed": qsTr("È vera, ma la spesa è stata annullata."),
                "ask_central": qsTr("L’ha scritta un’altra stazione."),
                "forged": qsTr("Non è una ricevuta della città."),
                "not_a_receipt": qsTr("Questo codice non è una ricevuta.")
            })[verdict] ?? "";
    }
    function more(): string {
        return ({
                "": qsTr("Il codice sulla carta o sul telefono, davanti al lettore."),
                "genuine": again ? qsTr("La prima volta: %1.").arg(DeskSay.moment(face.presented)) : qsTr("È la prima volta che la mostrano qui."),
                "reversed": qsTr("Non vale più: l’importo è tornato nel voucher."),
                "ask_central": qsTr("Qui non si può dire: lo dice la pagina pubblica della città."),
                "forged": qsTr("Il codice è stato cambiato. Tienila da parte e avvisa chi coordina.")
            })[verdict] ?? "";
    }

    Component.onCompleted: forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Controlla una ricevuta")
            about: page.verdict === "" ? "" : qsTr("Passane un’altra quando vuoi.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna ai voucher")
                key: "Esc"
                onTapped: page.back()
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Rectangle {
                anchors.centerIn: parent
                width: Math.min(parent.width, Theme.px(1100))
                height: Math.min(parent.height, inside.implicitHeight + 2 * Theme.px(52))
                radius: Theme.px(32)
                color: page.genuine && !page.again ? "#E6F5E9" : page.again || page.verdict === "ask_central" ? "#FFEFC9" : ["reversed", "forged"].includes(page.verdict) ? "#FCE9E6" : Theme.card
                border.width: page.verdict === "" ? 0 : Theme.px(4)
                border.color: page.genuine && !page.again ? "#1B7A45" : page.again || page.verdict === "ask_central" ? "#8A5A00" : ["reversed", "forged"].includes(page.verdict) ? "#B4342A" : Theme.edge

                RowLayout {
                    id: inside
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.margins: Theme.px(52)
                    spacing: Theme.px(48)

                    Picture {
                        name: page.verdict === "" ? "reading" : page.genuine && !page.again ? "star-done" : page.again ? "ask-first" : page.verdict === "ask_central" ? "signpost" : page.verdict === "not_a_receipt" ? "empty" : "stop"
                        side: Theme.px(220)
                    }
                    ColumnLayout {
                        spacing: Theme.px(16)
                        Layout.fillWidth: true

                        Heading {
                            objectName: "verdict"
                            text: page.headline()
                            size: 44
                            Layout.fillWidth: true
                        }
                        Words {
                            visible: (page.face?.cents ?? 0) > 0
                            objectName: "amount"
                            text: qsTr("%1, pagati il %2").arg(VoucherSay.euro(page.face?.cents ?? 0)).arg(FamilySay.day(page.face?.day ?? ""))
                            size: 34
                            font.weight: Font.Bold
                            Layout.fillWidth: true
                        }
                        Words {
                            visible: text !== ""
                            text: page.more()
                            size: 25
                            Layout.fillWidth: true
                        }
                    }
                }
            }
        }
    }
}

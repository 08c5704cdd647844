// A redemption is reversed: why, and above an amount with another person. The first entry stays; an opposite one is written.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var line: face?.line ?? null
    property string because: ""

    function words(said: var): string {
        return VoucherSay.said(said);
    }
    function back() {
        page.go("vouchers/done/" + (line?.event ?? ""));
    }
    function confirm() {
        if (because === "")
            return;
        if (face?.second)
            page.go("vouchers/second/reverse/" + line.event + "/" + because);
        else
            page.act("vouchers/reverse/" + line.event + "/" + because, {});
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Annulla %1").arg(VoucherSay.euro(page.line?.cents ?? 0))
            about: qsTr("La spesa resta scritta; accanto si scrive il contrario, con il tuo nome e il motivo.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Non annullare")
                key: "Esc"
                onTapped: page.back()
            }
        }
        Sheet {
            room: Theme.px(20)
            Layout.fillWidth: true

            RedemptionRow {
                row: page.line
                Layout.fillWidth: true
            }
        }
        Sheet {
            Layout.fillWidth: true

            Capital {
                text: qsTr("Perché")
                Layout.fillWidth: true
            }
            Repeater {
                model: page.face?.becauses ?? []

                Choice {
                    required property int index
                    required property string modelData
                    objectName: "because-" + modelData
                    label: VoucherSay.because(modelData)
                    key: String(index + 1)
                    chosen: page.because === modelData
                    focus: index === 0
                    Layout.fillWidth: true
                    onTapped: page.because = modelData
                    onMain: page.confirm()
                }
            }
            RowLayout {
                spacing: Theme.px(24)
                Layout.topMargin: Theme.px(14)
                Layout.fillWidth: true

                Words {
                    text: page.face?.second ? qsTr("Sopra %1 conferma anche un’altra persona.").arg(VoucherSay.euro(page.face?.above ?? 0)) : ""
                    size: 22
                    color: Theme.soft
                    Layout.fillWidth: true
                }
                DeskButton {
                    objectName: "confirm"
                    tone: "ask"
                    size: 25
                    enabled: page.because !== ""
                    label: page.face?.second ? qsTr("Avanti, in due") : qsTr("Annulla la spesa")
                    key: qsTr("Invio")
                    implicitHeight: Theme.px(70)
                    onTapped: page.confirm()
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

// It is paid: what it did to the price, the receipt to be photographed or printed, and the way back.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var receipts: face?.receipts ?? []
    readonly property bool stands: receipts.some(one => !one.reversed)
    readonly property var last: receipts[receipts.length - 1] ?? null

    function words(said: var): string {
        return VoucherSay.said(said);
    }
    function back() {
        page.go("vouchers/family/" + (face?.household ?? ""));
    }

    Component.onCompleted: forceActiveFocus()
    Keys.onReturnPressed: page.back()
    Keys.onEnterPressed: page.back()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        PageHead {
            title: page.stands ? VoucherSay.title(page.face) : qsTr("Annullata: %1").arg(VoucherSay.title(page.face))
            about: VoucherSay.along([VoucherSay.read(page.face?.person), page.face?.provider ?? "", page.face?.at ? DeskSay.moment(page.face.at) : ""])
            Layout.fillWidth: true

            DeskButton {
                objectName: "print"
                visible: page.stands
                label: qsTr("Stampa la ricevuta")
                key: "S"
                onTapped: page.act("vouchers/print/" + page.receipts.map(one => one.event).join("+"), {})
            }
            DeskButton {
                objectName: "done"
                tone: "dark"
                label: qsTr("Finito")
                key: qsTr("Invio")
                onTapped: page.back()
            }
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true

            Sheet {
                room: Theme.px(34)
                ground: page.stands ? "#E6F5E9" : Theme.card
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(760)
                Layout.alignment: Qt.AlignTop

                RowLayout {
                    spacing: Theme.px(22)
                    Layout.fillWidth: true

                    Picture {
                        name: page.stands ? "star-done" : "state-left"
                        side: Theme.px(110)
                    }
                    ColumnLayout {
                        spacing: Theme.px(8)
                        Layout.fillWidth: true

                        Heading {
                            objectName: "paid"
                            text: page.stands ? qsTr("Pagato: %1").arg(VoucherSay.euro(page.face?.bars?.pays ?? 0)) : qsTr("Tornano nel voucher %1").arg(VoucherSay.euro(page.face?.bars?.pays ?? 0))
                            size: 40
                            Layout.fillWidth: true
                        }
                        Words {
                            visible: page.stands && (page.face?.bars?.youPay ?? 0) > 0
                            text: qsTr("La famiglia paga %1 a chi offre l’attività.").arg(VoucherSay.euro(page.face?.bars?.youPay ?? 0))
                            size: 24
                            Layout.fillWidth: true
                        }
                    }
                }
                MoneyBars {
                    visible: page.stands
                    bars: page.face?.bars ?? null
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.px(10)
                }
                LeftLine {
                    words: qsTr("Nel voucher resta almeno")
                    cents: page.face?.left ?? 0
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.px(10)
                }
            }
            ColumnLayout {
                spacing: Theme.px(20)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(640)
                Layout.alignment: Qt.AlignTop

                Repeater {
                    model: page.receipts

                    Sheet {
                        id: receipt
                        required property int index
                        required property var modelData
                        room: Theme.px(28)
                        Layout.fillWidth: true

                        RowLayout {
                            spacing: Theme.px(26)
                            Layout.fillWidth: true

                            QrDrawing {
                                visible: (receipt.modelData.qr ?? null) !== null && !receipt.modelData.reversed
                                qr: receipt.modelData.qr ?? null
                                side: Theme.px(page.receipts.length > 1 ? 200 : 300)
                                Accessible.name: qsTr("Il codice della ricevuta")
                            }
                            ColumnLayout {
                                spacing: Theme.px(12)
                                Layout.fillWidth: true
                                Layout.alignment: Qt.AlignVCenter

                                Words {
                                    text: receipt.modelData.reversed ? qsTr("Ricevuta annullata") : qsTr("La ricevuta si può fotografare")
                                    size: 23
                                    font.weight: Font.Bold
                                    Layout.fillWidth: true
                                }
                                Words {
                                    text: VoucherSay.euro(receipt.modelData.cents)
                                    size: 34
                                    font.weight: Font.Bold
                                    font.strikeout: receipt.modelData.reversed
                                    Layout.fillWidth: true
                                }
                                Repeater {
                                    model: receipt.modelData.funds

                                    Words {
                                        required property var modelData
                                        text: qsTr("%1: %2").arg(VoucherSay.fund(modelData.fund)).arg(VoucherSay.euro(modelData.cents))
                                        size: 21
                                        color: Theme.soft
                                        Layout.fillWidth: true
                                    }
                                }
                                DeskButton {
                                    visible: !receipt.modelData.reversed
                                    objectName: "reverse-" + receipt.index
                                    tone: "paper"
                                    size: 21
                                    label: page.receipts.length > 1 ? qsTr("Annulla %1…").arg(VoucherSay.euro(receipt.modelData.cents)) : qsTr("Annulla la spesa…")
                                    key: receipt.index === 0 ? "A" : ""
                                    onTapped: page.go("vouchers/reverse/" + receipt.modelData.event)
                                }
                            }
                        }
                    }
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

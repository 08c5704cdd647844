// A family's vouchers: what is left of each, until when; and what they paid.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property bool guest: face?.guest ?? false // who is known at another hub
    readonly property var vouchers: face?.vouchers ?? []
    readonly property var redemptions: face?.redemptions ?? []

    function words(said: var): string {
        return VoucherSay.said(said);
    }
    function back() {
        page.go("vouchers");
    }
    function use(voucher: var) {
        if (voucher?.stands === "good")
            page.go("vouchers/use/" + page.face.household + "/" + voucher.id);
    }

    Component.onCompleted: forceActiveFocus()

    Keyed {
        id: keyed
        rows: page.redemptions.map(one => Object.assign({
                "id": one.event
            }, one))
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        PageHead {
            title: page.guest ? qsTr("Una tessera di un altro hub") : qsTr("I voucher della famiglia %1").arg(page.face?.label ?? "")
            about: page.guest ? qsTr("Qui si sa solo quanto c’è. Chi è, lo sa il suo hub.") : page.vouchers.length > 0 ? qsTr("Scegli quale usare. «Almeno»: quello che di sicuro c’è, anche senza rete.") : ""
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Un’altra famiglia")
                key: "Esc"
                onTapped: page.back()
            }
            DeskButton {
                objectName: "family"
                visible: !page.guest
                label: qsTr("Scheda della famiglia")
                key: "F"
                onTapped: page.go("families/open/" + (page.face?.household ?? ""))
            }
        }
        StopNote {
            visible: (page.face?.stopped ?? "") !== ""
            words: VoucherSay.stopped(page.face?.stopped ?? "")
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(780)

                Scrolled {
                    visible: page.vouchers.length > 0
                    anchors.fill: parent
                    spacing: Theme.px(18)

                    Repeater {
                        model: page.vouchers

                        VoucherCard {
                            required property int index
                            required property var modelData
                            objectName: "voucher-" + index
                            voucher: modelData
                            key: modelData.stands === "good" && index < 9 ? String(index + 1) : ""
                            plain: modelData.stands !== "good"
                            focus: index === 0
                            Layout.fillWidth: true
                            onTapped: page.use(modelData)
                        }
                    }
                }
                Quiet {
                    visible: page.vouchers.length === 0
                    anchors.centerIn: parent
                    width: parent.width
                    picture: "icon-voucher"
                    words: qsTr("Questa famiglia qui non ha voucher.")
                    more: qsTr("Se la città ne ha appena dato uno, arriva con la prossima sincronizzazione.")
                }
            }
            Sheet {
                room: Theme.px(22)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(720)

                Words {
                    text: qsTr("Pagato da questa stazione")
                    size: 24
                    font.weight: Font.Bold
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    RowList {
                        id: rows
                        anchors.fill: parent
                        model: keyed.model
                        name: qsTr("Pagato")
                        onMain: page.go("vouchers/done/" + page.redemptions[currentIndex].event)
                        delegate: RedemptionRow {
                            required property string rowId
                            required property int index
                            width: ListView.view.width
                            row: keyed.byId[rowId] ?? null
                            current: ListView.isCurrentItem && rows.walked
                            focused: rows.walked
                            onChosen: rows.choose(index)
                            onOpened: page.go("vouchers/done/" + rowId)
                        }
                    }
                    Quiet {
                        visible: page.redemptions.length === 0
                        anchors.centerIn: parent
                        width: parent.width
                        words: qsTr("Ancora niente.")
                    }
                }
            }
        }
    }
}

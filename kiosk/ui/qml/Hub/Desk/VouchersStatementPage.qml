// What a provider may invoice for a month: totals by fund, each line, and what has to be looked at first.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var providers: face?.providers ?? []
    readonly property var lines: face?.lines ?? []
    readonly property var funds: face?.funds ?? []
    readonly property bool one: (face?.provider ?? "") !== ""
    readonly property string period: (face?.first ?? "").slice(0, 7)
    readonly property string who: providers.find(each => each.id === face?.provider)?.name ?? ""

    function words(said: var): string {
        return VoucherSay.said(said);
    }
    function back() {
        if (one)
            page.go("vouchers/statement/" + period);
        else
            page.go("vouchers");
    }
    function open() {
        const chosen = providers[rows.currentIndex];
        if (!one && chosen)
            page.go("vouchers/statement/" + period + "/" + chosen.id);
    }

    Keyed {
        id: keyed
        rows: page.one ? page.lines.map(line => Object.assign({
                "id": line.event
            }, line)) : page.providers
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(20)

        PageHead {
            title: page.one ? page.who : qsTr("Rendiconto")
            about: page.face?.asOf ? qsTr("Solo di questa stazione; come sapeva la città %1.").arg(DeskSay.moment(page.face.asOf)) : qsTr("Solo di questa stazione; la città non si è ancora sentita.")
            Layout.fillWidth: true

            Turn {
                objectName: "period"
                label: qsTr("Mese")
                options: (page.face?.periods ?? []).map(each => ({
                            "value": each,
                            "words": VoucherSay.month(each)
                        }))
                value: page.period
                Layout.preferredWidth: Theme.px(300)
                onChosen: value => page.go("vouchers/statement/" + value + (page.one ? "/" + page.face.provider : ""))
            }
            DeskButton {
                objectName: "csv"
                visible: page.one
                enabled: page.lines.length > 0
                label: qsTr("Salva CSV")
                key: "C"
                onTapped: page.act("vouchers/csv/" + page.period + "/" + page.face.provider, {})
            }
            DeskButton {
                objectName: "print"
                visible: page.one
                enabled: page.lines.length > 0
                tone: "dark"
                label: qsTr("Stampa o PDF")
                key: "S"
                onTapped: page.act("vouchers/statement/" + page.period + "/" + page.face.provider, {})
            }
            DeskButton {
                objectName: "back"
                label: page.one ? qsTr("Tutti") : qsTr("Torna ai voucher")
                key: "Esc"
                onTapped: page.back()
            }
        }
        RowLayout {
            spacing: Theme.px(18)
            Layout.fillWidth: true
            Layout.fillHeight: false

            Sheet {
                room: Theme.px(24)
                ground: Theme.ink
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(330)

                Words {
                    objectName: "total"
                    text: VoucherSay.euro(page.face?.cents ?? 0)
                    size: 52
                    font.weight: Font.Bold
                    color: Theme.onDark
                    wrapMode: Text.NoWrap
                }
                Words {
                    text: page.face?.count === 1 ? qsTr("una spesa") : qsTr("%1 spese").arg(page.face?.count ?? 0)
                    size: 22
                    color: Theme.onDark
                    Layout.fillWidth: true
                }
            }
            Sheet {
                room: Theme.px(24)
                Layout.fillWidth: true
                Layout.fillHeight: true

                FundSums {
                    visible: page.funds.length > 0
                    funds: page.funds
                    come: page.face?.states ?? []
                    Layout.fillWidth: true
                }
                Words {
                    visible: page.funds.length === 0
                    text: qsTr("In questo mese ancora niente.")
                    size: 23
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
            Sheet {
                visible: (page.face?.flagged ?? 0) > 0
                room: Theme.px(24)
                ground: "#FFEFC9"
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(400)

                RowLayout {
                    spacing: Theme.px(16)
                    Layout.fillWidth: true

                    Picture {
                        name: "ask-first"
                        side: Theme.px(54)
                    }
                    Words {
                        objectName: "flagged"
                        text: String(page.face?.flagged ?? 0)
                        size: 52
                        font.weight: Font.Bold
                        Layout.fillWidth: true
                    }
                }
                Words {
                    text: qsTr("senza una presenza segnata: da guardare prima di pagare")
                    size: 21
                    Layout.fillWidth: true
                }
            }
        }
        Sheet {
            room: Theme.px(22)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                RowList {
                    id: rows
                    anchors.fill: parent
                    focus: true
                    model: keyed.model
                    name: page.one ? qsTr("Spese") : qsTr("Chi offre le attività")
                    onMain: page.open()
                    delegate: StatementRow {
                        required property string rowId
                        required property int index
                        width: ListView.view.width
                        line: page.one ? keyed.byId[rowId] ?? null : null
                        provider: page.one ? null : keyed.byId[rowId] ?? null
                        current: ListView.isCurrentItem
                        focused: rows.walked
                        onChosen: rows.choose(index)
                        onOpened: page.open()
                    }
                }
                Quiet {
                    visible: rows.count === 0
                    anchors.centerIn: parent
                    width: parent.width
                    picture: "icon-voucher"
                    words: qsTr("In questo mese ancora niente.")
                    more: qsTr("Le frecce cambiano il mese.")
                }
            }
        }
    }
}

// One voucher: whose it is, what is left of it as a length, until when, how it stands.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: card

    property var voucher: null
    property string key: ""
    property bool chosen: false
    property bool plain: false // shown, not to be chosen
    readonly property bool good: voucher?.stands === "good"
    readonly property string whose: voucher?.collective ? qsTr("Voucher collettivo") : (voucher?.people ?? []).length === 0 ? qsTr("Di chi ha la tessera") : DaySay.ours(DaySay.list((voucher?.people ?? []).map(one => one.given || qsTr("Senza nome"))))

    function hit() {
        forceActiveFocus();
        tapped();
    }

    label: [voucher?.programme ?? "", whose, VoucherSay.left(voucher), VoucherSay.stands(voucher?.stands ?? ""), VoucherSay.until(voucher)].join(", ")
    least: Theme.px(96)
    radius: Theme.px(22)
    implicitHeight: inside.implicitHeight + 2 * Theme.px(22)
    implicitWidth: Theme.px(520)
    enabled: !plain
    Component.onCompleted: Hotkeys.add(card)
    Component.onDestruction: Hotkeys.remove(card)

    Plate {
        anchors.fill: parent
        radius: card.radius
        raised: !card.chosen
        color: card.chosen ? "#FFF0CF" : card.down ? Theme.line : Theme.card
        outlineWidth: card.chosen ? Theme.px(5) : Math.max(1, Theme.px(1.5))
        outline: card.chosen ? Theme.ink : Theme.line
    }
    ColumnLayout {
        id: inside
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(24)
        anchors.rightMargin: Theme.px(22)
        spacing: Theme.px(12)

        RowLayout {
            spacing: Theme.px(14)
            Layout.fillWidth: true

            Repeater {
                model: card.voucher?.people ?? []

                Creature {
                    required property var modelData
                    kind: modelData.creature
                    side: Theme.px(48)
                }
            }
            Picture {
                visible: card.voucher?.collective ?? false
                name: "people-group"
                side: Theme.px(48)
            }
            ColumnLayout {
                spacing: Theme.px(4)
                Layout.fillWidth: true

                Words {
                    text: card.whose
                    spoken: false
                    size: 25
                    font.weight: Font.Bold
                    Layout.fillWidth: true
                }
                Words {
                    text: card.voucher?.programme ?? ""
                    spoken: false
                    size: 20
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
            KeyHint {
                key: card.key
            }
        }
        Rectangle {
            visible: (card.voucher?.worth ?? 0) > 0
            implicitHeight: Theme.px(26)
            radius: height / 2
            color: "#E6DAC6"
            Layout.fillWidth: true

            Rectangle {
                visible: (card.voucher?.left ?? 0) > 0
                width: Math.max(parent.height, parent.width * Math.min(1, (card.voucher?.left ?? 0) / Math.max(1, card.voucher?.worth ?? 1)))
                height: parent.height
                radius: height / 2
                color: card.good ? "#3DB36B" : Theme.edge
            }
        }
        RowLayout {
            spacing: Theme.px(14)
            Layout.fillWidth: true

            Words {
                text: VoucherSay.left(card.voucher)
                spoken: false
                size: 23
                font.weight: Font.DemiBold
                Layout.fillWidth: true
            }
            Picture {
                name: card.good ? "state-present" : card.voucher?.stands === "suspended" ? "state-stop" : card.voucher?.stands === "not_yet" ? "state-expected" : "state-left"
                side: Theme.px(28)
            }
            Words {
                text: VoucherSay.stands(card.voucher?.stands ?? "")
                spoken: false
                size: 21
                font.weight: Font.DemiBold
                color: card.good ? "#1B7A45" : card.voucher?.stands === "suspended" ? "#B4342A" : Theme.soft
                wrapMode: Text.NoWrap
            }
        }
        Words {
            text: card.good && card.voucher.here < card.voucher.left ? qsTr("%1 · qui, senza rete: %2").arg(VoucherSay.until(card.voucher)).arg(VoucherSay.euro(card.voucher.here)) : VoucherSay.until(card.voucher)
            spoken: false
            size: 20
            color: Theme.soft
            Layout.fillWidth: true
        }
    }
}

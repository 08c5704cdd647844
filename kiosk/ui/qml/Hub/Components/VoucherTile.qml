// A voucher: its name, for whom, what is left as a length and in words, and until when.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: tile

    required property var voucher
    property bool plain: false // shown, not to be touched
    readonly property int worth: voucher?.worth ?? 0
    readonly property int rest: voucher?.left ?? 0
    readonly property string spend: voucher?.spend ?? ""
    readonly property bool pays: spend === "here"
    readonly property bool awarded: spend !== "not_awarded"
    readonly property string note: ({
            "here": qsTr("Scegli che cosa pagare"),
            "used": qsTr("usato tutto"),
            "by_adult": qsTr("Paga un adulto, con la sua tessera"),
            "not_awarded": qsTr("Questa volta non è arrivato. Al banco cerchiamo insieme.")
        })[spend] ?? qsTr("Chiedi al banco.")
    readonly property var people: voucher?.people ?? []
    readonly property string whom: voucher?.collective ? qsTr("per tutto il gruppo") : people.length > 0 ? qsTr("per %1", "whom").arg(Answers.together(people, 0)) : ""
    readonly property string amount: (voucher?.atLeast ? qsTr("almeno %1", "what is left").arg(Money.euros(rest)) : Money.euros(rest)).replace(" ", "\u00a0")
    readonly property string until: qsTr("fino a %1", "last day").arg(Say.day(voucher?.until ?? "", ""))

    label: Say.joined(awarded ? [voucher?.name ?? "", whom, amount, until] : [voucher?.name ?? "", whom])
    enabled: pays && !plain
    radius: Theme.radiusTile
    least: Theme.childTarget
    implicitHeight: Math.max(least, inside.implicitHeight + 2 * Theme.px(Theme.wide ? 24 : 32))

    Plate {
        anchors.fill: parent
        radius: tile.radius
        raised: !tile.down
        color: tile.down ? Theme.dimmed : Theme.card
    }
    ColumnLayout {
        id: inside
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(40)
        anchors.rightMargin: Theme.px(40)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(18)

        GridLayout {
            columns: Theme.large && !Theme.wide ? 1 : 3
            columnSpacing: Theme.px(26)
            rowSpacing: Theme.px(8)
            Layout.fillWidth: true

            Picture {
                name: "icon-voucher"
                side: Theme.px(96)
                Layout.alignment: Qt.AlignVCenter
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                Words {
                    text: tile.voucher?.name ?? ""
                    spoken: tile.plain || !tile.pays
                    size: 42
                    font.weight: Font.Bold
                    Layout.fillWidth: true
                }
                Words {
                    visible: text !== ""
                    text: tile.whom
                    spoken: tile.plain || !tile.pays
                    size: 31
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
            Words {
                visible: tile.awarded
                text: tile.amount
                spoken: tile.plain || !tile.pays
                size: 52
                font.weight: Font.Bold
                wrapMode: Text.NoWrap
                Layout.alignment: Theme.large && !Theme.wide ? Qt.AlignLeft : Qt.AlignRight | Qt.AlignVCenter
            }
        }
        Rectangle {
            id: track
            visible: tile.awarded
            implicitHeight: Theme.px(40)
            radius: height / 2
            color: Theme.highContrast ? Theme.card : Theme.line
            border.width: Theme.highContrast ? Math.max(2, Theme.px(4)) : 0
            border.color: Theme.ink
            Layout.fillWidth: true

            Rectangle {
                visible: tile.rest > 0
                anchors.left: parent.left
                width: Math.max(height, parent.width * (tile.worth > 0 ? Math.min(1, tile.rest / tile.worth) : 0))
                height: parent.height
                radius: track.radius
                color: Theme.done
            }
        }
        GridLayout {
            columns: Theme.large ? 1 : 2
            columnSpacing: Theme.px(24)
            Layout.fillWidth: true

            Words {
                visible: tile.awarded
                text: tile.until
                spoken: tile.plain || !tile.pays
                size: 31
                color: Theme.soft
                Layout.fillWidth: true
            }
            Words {
                visible: !tile.plain
                text: tile.note
                spoken: !tile.pays
                size: 31
                font.weight: Font.Bold
                color: tile.pays ? Theme.ink : Theme.soft
                horizontalAlignment: Theme.large ? Text.AlignLeft : Text.AlignRight
                Layout.fillWidth: true
            }
        }
    }
}

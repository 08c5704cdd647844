// One person of a household: creature, names, age or role, their card, what a worker has to know at a glance.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: card

    required property var member
    property string key: ""
    readonly property var who: member?.who ?? null
    readonly property bool carded: (member?.cards ?? []).length > 0

    function hit() {
        tapped();
    }

    label: [FamilySay.name(who), FamilySay.about(who), carded ? qsTr("ha una tessera") : qsTr("senza tessera")].join(", ")
    radius: Theme.px(20)
    implicitHeight: row.implicitHeight + 2 * Theme.px(16)
    Component.onCompleted: Hotkeys.add(card)
    Component.onDestruction: Hotkeys.remove(card)

    Plate {
        anchors.fill: parent
        radius: card.radius
        raised: !card.down
        color: card.down ? Theme.line : Theme.card
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.px(16)
        spacing: Theme.px(16)

        Creature {
            kind: card.who?.creature ?? ""
            side: Theme.px(92)
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: Theme.px(4)
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.px(8)
                Layout.fillWidth: true

                Words {
                    text: FamilySay.name(card.who)
                    spoken: false
                    size: 26
                    font.weight: Font.Bold
                    Layout.fillWidth: true
                }
                KeyHint {
                    key: card.key
                    Layout.alignment: Qt.AlignTop
                }
            }
            Words {
                visible: text !== ""
                text: card.who?.latin ?? ""
                spoken: false
                size: 21
                color: Theme.soft
                Layout.fillWidth: true
            }
            Words {
                text: FamilySay.about(card.who)
                spoken: false
                size: 22
                Layout.fillWidth: true
            }
            Words {
                text: card.carded ? card.member.cards.map(one => one.short).join(", ") : qsTr("senza tessera")
                spoken: false
                size: 20
                font.family: card.carded ? Theme.labels : Theme.latin
                font.weight: Font.DemiBold
                color: card.carded ? Theme.soft : Theme.wait
                Layout.fillWidth: true
            }
            Words {
                visible: card.member?.alone ?? false
                text: qsTr("Può uscire senza un adulto")
                spoken: false
                size: 20
                font.weight: Font.DemiBold
                color: Theme.done
                Layout.fillWidth: true
            }
            Words {
                visible: card.member?.two ?? false
                text: qsTr("Due versioni: quale vale?")
                spoken: false
                size: 20
                font.weight: Font.DemiBold
                color: "#B4342A"
                Layout.fillWidth: true
            }
        }
    }
}

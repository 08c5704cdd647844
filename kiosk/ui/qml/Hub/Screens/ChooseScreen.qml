// What shall this voucher pay for?
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var cards: face?.cards ?? []

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.apart

        ScreenHead {
            title: qsTr("Che cosa vuoi pagare?")
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("card/back")
        }
        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true

            VoucherTile {
                objectName: "chosen"
                voucher: screen.face?.voucher ?? null
                plain: true
                Layout.fillWidth: true
            }
            Repeater {
                model: screen.cards.length

                ActivityRow {
                    required property int index
                    card: screen.cards[index] ?? null
                    showDay: true
                    showPlace: true
                    Layout.fillWidth: true
                    onTapped: screen.intent("card/activity/" + card.id)
                }
            }
            Words {
                visible: screen.cards.length === 0
                text: qsTr("Per ora qui non c’è niente da pagare con questo voucher.")
                size: 40
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
    }
}

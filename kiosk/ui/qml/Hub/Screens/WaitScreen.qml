// Central is asked for what this hub may not give by itself: who waits sees for whom and for what, and need not wait.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property int cents: face?.cents ?? 0
    readonly property var who: face?.who ?? null
    readonly property bool low: Theme.wide || Theme.reach

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(screen.low ? 12 : 28)

        Scroller {
            id: scroller
            centred: true
            Layout.fillWidth: true
            Layout.fillHeight: true

            Message {
                picture: "hello"
                title: qsTr("Chiedo alla città…")
                words: screen.cents > 0 ? qsTr("Qui il voucher non basta. Aspetta un momento.") : qsTr("Qui non ci sono posti. Aspetta un momento.")
                low: screen.low // whatever room a long title below leaves: the same in every language
                room: Math.max(0, scroller.height - (card.visible ? card.implicitHeight : 0) - Theme.px(90))
                Layout.fillWidth: true
            }
            Item {
                id: card
                visible: !Theme.large && !(Theme.wide && Theme.reach) // they have just confirmed it
                implicitHeight: asked.implicitHeight + 2 * Theme.px(screen.low ? 14 : 28)
                Layout.fillWidth: true

                Plate {
                    anchors.fill: parent
                }
                RowLayout {
                    id: asked
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.leftMargin: Theme.px(40)
                    anchors.rightMargin: Theme.px(40)
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.px(28)

                    Creature {
                        visible: screen.who !== null
                        kind: screen.who?.creature ?? ""
                        side: Theme.px(screen.low ? 90 : 120)
                    }
                    ColumnLayout {
                        spacing: Theme.px(4)
                        Layout.fillWidth: true

                        Words {
                            text: Say.joined([screen.face?.title ?? "", screen.who?.firstName ?? ""])
                            size: 44
                            font.weight: Font.Bold
                            Layout.fillWidth: true
                        }
                        MoneyWords {
                            visible: screen.cents > 0
                            sentence: "asks"
                            amounts: [screen.cents]
                            Layout.fillWidth: true
                        }
                    }
                }
            }
        }
        BigButton {
            objectName: "wait-back"
            label: qsTr("Non aspetto")
            least: Theme.childTarget
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            Layout.bottomMargin: Theme.px(screen.low ? 14 : 32)
            onTapped: screen.intent("wait/back")
        }
    }
}

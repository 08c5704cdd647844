// What lies behind a card: vouchers as lengths, sign-ups as shapes. After the three pictures, and for them only.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var vouchers: face?.vouchers ?? []
    readonly property var signups: face?.signups ?? []
    readonly property bool columns: Theme.wide && !Theme.large

    Scroller {
        anchors.fill: parent

        RowLayout {
            spacing: Theme.px(32)
            Layout.fillWidth: true

            Creature {
                kind: screen.face?.who?.creature ?? ""
                side: Theme.px(Theme.wide || Theme.reach ? 110 : 150)
            }
            Heading {
                text: qsTr("La tessera di %1").arg(screen.face?.who?.firstName ?? "")
                size: Theme.large || Theme.reach || Theme.wide ? 60 : 68
                Layout.fillWidth: true
            }
        }
        GridLayout {
            columns: screen.columns ? 2 : 1
            columnSpacing: Theme.px(56)
            rowSpacing: Theme.px(36)
            uniformCellWidths: true
            Layout.fillWidth: true

            ColumnLayout {
                spacing: Theme.gap
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true

                Heading {
                    text: qsTr("I voucher")
                    Layout.fillWidth: true
                }
                Repeater {
                    model: screen.vouchers.length

                    VoucherTile {
                        required property int index
                        objectName: "voucher-" + index
                        voucher: screen.vouchers[index] ?? null
                        Layout.fillWidth: true
                        onTapped: screen.intent("card/voucher/" + index)
                    }
                }
                Words {
                    visible: screen.vouchers.length === 0
                    text: qsTr("Qui non c’è nessun voucher. Al banco sanno dirti di più.")
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                spacing: Theme.gap
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true

                Heading {
                    text: qsTr("Le iscrizioni")
                    Layout.fillWidth: true
                }
                Repeater {
                    model: screen.signups.length

                    SignupLine {
                        required property int index
                        place: index
                        signup: screen.signups[index] ?? null
                        Layout.fillWidth: true
                        onTapped: screen.intent("card/signup/" + index)
                    }
                }
                Words {
                    visible: screen.signups.length === 0
                    text: qsTr("Per ora nessuna.")
                    color: Theme.soft
                    Layout.fillWidth: true
                }
                BigButton {
                    objectName: "find"
                    label: qsTr("Cerca un’attività")
                    picture: "icon-week"
                    size: Theme.body
                    least: Theme.childTarget
                    Layout.fillWidth: true
                    onTapped: screen.intent("browse/week")
                }
            }
        }
    }
}

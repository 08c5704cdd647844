// How one sign-up stands, large: a shape, a word, for whom; and until when an offer stands.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: card

    required property var signup
    property string until: "" // said here, of an offer
    readonly property string name: signup?.who?.firstName ?? ""
    readonly property bool upright: Theme.large && !Theme.wide

    implicitHeight: grid.implicitHeight + 2 * Theme.px(Theme.wide ? 22 : 28)

    Plate {
        anchors.fill: parent
    }
    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(40)
        anchors.rightMargin: Theme.px(40)
        anchors.verticalCenter: parent.verticalCenter
        columns: card.upright ? 1 : 2
        columnSpacing: Theme.px(36)
        rowSpacing: Theme.px(16)

        Picture {
            name: Signups.shape(card.signup?.state ?? "")
            side: Theme.px(card.upright ? 180 : Theme.large ? 150 : Theme.wide ? 190 : 220)
        }
        ColumnLayout {
            spacing: Theme.px(14)
            Layout.fillWidth: true

            Words {
                text: Signups.word(card.signup)
                size: Theme.wide ? 48 : 54
                font.weight: Font.Bold
                color: Signups.tone(card.signup?.state ?? "")
                Layout.fillWidth: true
            }
            Words {
                visible: card.until !== ""
                text: qsTr("Dimmelo entro %1.", "day and time").arg(card.until)
                size: 40
                Layout.fillWidth: true
            }
            RowLayout {
                visible: card.name !== ""
                spacing: Theme.px(20)
                Layout.fillWidth: true

                Creature {
                    kind: card.signup?.who?.creature ?? ""
                    side: Theme.px(100)
                }
                Words {
                    text: qsTr("per %1", "whom").arg(card.name)
                    size: 42
                    font.weight: Font.DemiBold
                    Layout.fillWidth: true
                }
            }
        }
    }
}

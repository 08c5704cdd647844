// The staff way in: a card, or the first name of who entered today; then six digits.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var pad: face?.pad ?? null
    readonly property var colleagues: face?.colleagues ?? []
    readonly property int wait: pad?.waitSeconds ?? 0

    PadRoom {
        visible: screen.pad !== null
        anchors.fill: parent
        title: screen.pad?.again ?? false ? qsTr("Proviamo ancora.") : qsTr("Ciao %1!").arg(screen.face?.asking ?? "")
        words: screen.wait > 0 ? qsTr("Aspetta %n secondi.", "", screen.wait) : qsTr("Tocca il tuo PIN.")
        entered: screen.pad?.entered ?? 0
        whole: screen.pad?.whole ?? 6
        open: screen.wait === 0
        onBack: screen.intent("staff/back")
        onSaid: digit => screen.intent("staff/say/" + digit)
        onErased: screen.intent("staff/erase")
    }
    ColumnLayout {
        visible: screen.pad === null
        anchors.fill: parent
        spacing: Theme.apart

        ScreenHead {
            title: qsTr("Per chi lavora qui")
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("staff/back")
        }
        Scroller {
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                visible: screen.colleagues.length > 0
                columns: Theme.wide ? 3 : Theme.textStep === 2 ? 1 : 2
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true
                Layout.fillWidth: true

                Repeater {
                    model: screen.colleagues.length

                    BigButton {
                        required property int index
                        objectName: "colleague-" + index
                        label: screen.colleagues[index] ?? ""
                        picture: "icon-educator"
                        least: Theme.childTarget
                        Layout.fillWidth: true
                        onTapped: screen.intent("staff/pick/" + index)
                    }
                }
            }
            RowLayout {
                visible: screen.colleagues.length > 0
                spacing: Theme.px(36)
                Layout.fillWidth: true
                Layout.topMargin: Theme.px(20)

                Picture {
                    name: "card-reader"
                    side: Theme.px(Theme.textStep === 2 ? 160 : 240)
                }
                Words {
                    text: qsTr("Oppure mostra la tua tessera.")
                    size: Theme.heading
                    font.weight: Font.Bold
                    Layout.fillWidth: true
                }
            }
            Message {
                visible: screen.colleagues.length === 0
                picture: "card-reader"
                title: qsTr("Mostra la tua tessera")
                words: qsTr("Poi tocca il tuo PIN.")
                room: scroller.height - Theme.px(60)
                Layout.fillWidth: true
            }
        }
    }
}

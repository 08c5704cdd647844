// For whom does the voucher pay?
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var people: face?.people ?? []
    readonly property bool sideways: Theme.large && (Theme.wide || Theme.textStep === 2)

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.apart

        ScreenHead {
            title: screen.face?.title ?? ""
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("pay/back")
        }
        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Words {
                visible: text !== ""
                text: Say.joined([(screen.face?.when ?? null) === null ? "" : Say.moment(screen.face.when), screen.face?.place ?? ""])
                size: 38
                color: Theme.soft
                Layout.fillWidth: true
            }
            Heading {
                text: qsTr("Per chi?")
                size: Theme.title
                Layout.fillWidth: true
            }
            GridLayout {
                columns: screen.sideways ? (Theme.wide ? 2 : 1) : Theme.wide ? Math.min(4, screen.people.length) : 2
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true
                uniformCellHeights: !screen.sideways
                Layout.fillWidth: true

                Repeater {
                    model: screen.people.length

                    PersonTile {
                        required property int index
                        readonly property var one: screen.people[index] ?? null
                        objectName: "person-" + index
                        kind: one?.creature ?? ""
                        name: one?.firstName ?? ""
                        note: qsTr("tocca per scegliere")
                        sideways: screen.sideways
                        creature: Theme.px(screen.sideways || Theme.reach ? 110 : Theme.wide ? 190 : 230)
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onTapped: screen.intent("pay/person/" + index)
                    }
                }
            }
        }
    }
}

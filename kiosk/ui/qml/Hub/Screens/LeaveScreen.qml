// Who has been here for a while shows the card again: do they leave? Two big answers; below 14 somebody comes for them.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var people: face?.people ?? []
    readonly property bool alone: people.length === 1
    readonly property bool paned: Theme.wide && !Theme.large
    readonly property bool sideways: Theme.large && (Theme.wide || Theme.textStep === 2)

    Scroller {
        id: scroller
        anchors.fill: parent
        centred: true

        Heading {
            text: screen.alone ? qsTr("Vai via, %1?").arg(screen.people[0]?.who.firstName ?? "") : qsTr("Chi va via?")
            size: Theme.large || Theme.reach ? 60 : Theme.title
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Creature {
            visible: screen.alone && !Theme.reach
            kind: screen.alone ? screen.people[0].who.creature : ""
            side: Theme.px(Theme.wide ? 170 : 280)
            Layout.alignment: Qt.AlignHCenter
        }
        GridLayout {
            visible: !screen.alone
            columns: screen.sideways ? (Theme.wide ? 2 : 1) : Theme.wide ? Math.min(5, screen.people.length) : screen.people.length <= 4 || Theme.large ? 2 : 3
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true
            uniformCellHeights: !screen.sideways
            Layout.fillWidth: true

            Repeater {
                model: screen.alone ? 0 : screen.people.length

                PersonTile {
                    required property int index
                    readonly property var tile: screen.people[index] ?? null
                    readonly property string going: tile?.going ?? ""
                    objectName: "person-" + index
                    kind: tile?.who.creature ?? ""
                    name: tile?.who.firstName ?? ""
                    note: going === "leaves" ? qsTr("va via") : going === "stays" ? qsTr("resta qui") : qsTr("chiede al banco")
                    badge: going === "leaves" ? "badge-leaves" : going === "collected" ? "badge-desk" : ""
                    chosen: going === "leaves"
                    enabled: going !== "collected"
                    sideways: screen.sideways
                    creature: Theme.px(screen.sideways || Theme.reach ? 110 : Theme.wide && Theme.rightToLeft ? 124 : 150)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onTapped: screen.intent("leave/person/" + index)
                }
            }
        }
        GridLayout {
            columns: Theme.textStep === 2 && !Theme.wide ? 1 : 2
            columnSpacing: Theme.gap * 1.4
            rowSpacing: Theme.gap
            uniformCellWidths: true
            Layout.fillWidth: !Theme.wide
            Layout.preferredWidth: Theme.px(1240)
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.px(10)

            BigChoice {
                objectName: "leave-done"
                label: qsTr("Vado via")
                picture: "leave"
                directional: true
                enabled: screen.face?.ready ?? false
                Layout.fillWidth: true
                Layout.fillHeight: true
                onTapped: screen.intent("leave/leave")
            }
            BigChoice {
                objectName: "leave-stay-done"
                label: qsTr("Resto qui")
                picture: "stay"
                Layout.fillWidth: true
                Layout.fillHeight: true
                onTapped: screen.intent("leave/stay")
            }
        }
        BigButton {
            objectName: "leave-others"
            label: qsTr("È arrivato qualcuno")
            picture: "icon-plus"
            size: Theme.body
            least: Theme.childTarget
            align: Qt.AlignHCenter
            Layout.fillWidth: !Theme.wide
            Layout.preferredWidth: Theme.px(620)
            Layout.alignment: Qt.AlignHCenter
            onTapped: screen.intent("leave/others")
        }
    }
}

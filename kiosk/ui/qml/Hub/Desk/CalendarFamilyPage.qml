// A family gets places: who of them, and how many adults without a name.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property var head: face?.head ?? null
    readonly property string source: (head?.turn ?? "") + "/" + (face?.household ?? "")
    property var chosen: ({}) // by person
    readonly property var people: (face?.tiles ?? []).filter(tile => !tile.here && (chosen[tile.person.id] ?? tile.chosen)).map(tile => tile.person.id)
    readonly property int all: people.length + adults.value

    function words(said: var): string {
        return CalendarSay.said(said);
    }
    function back() {
        page.go("calendar/turn/" + (head?.turn ?? ""));
    }
    function turn(tile: var) {
        const next = Object.assign({}, chosen);
        next[tile.person.id] = !(chosen[tile.person.id] ?? tile.chosen);
        chosen = next;
    }
    function confirm() {
        if (all > 0)
            page.act("calendar/expect/" + source, {
                "people": people,
                "adults": adults.value
            });
    }

    // Another family on the same page begins anew; the same one drawn again keeps what was chosen.
    onSourceChanged: {
        chosen = {};
        adults.value = 0;
    }
    // A field passes Enter on: it is heard here alone, or it would count twice.
    Keys.onReturnPressed: confirm()
    Keys.onEnterPressed: confirm()

    Keyed {
        id: keyed
        rows: (page.face?.tiles ?? []).map(tile => Object.assign({
                "id": tile.person.id
            }, tile))
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Chi viene di questa famiglia?")
            about: [CalendarSay.turn(page.head), CalendarSay.room(page.head?.slot ?? null)].filter(part => part !== "").join(" · ")
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna al turno")
                key: "Esc"
                onTapped: page.back()
            }
        }
        Scrolled {
            id: scrolled
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                columns: 3
                columnSpacing: Theme.px(18)
                rowSpacing: Theme.px(18)
                uniformCellWidths: true
                Layout.fillWidth: true

                Repeater {
                    model: keyed.model

                    ChoiceTile {
                        id: one
                        required property int index
                        required property string rowId
                        readonly property var tile: keyed.byId[rowId] ?? null
                        objectName: "tile-" + rowId
                        focus: index === 0
                        person: tile?.person ?? null
                        about: tile?.here ? qsTr("ha già il posto") : tile?.adult ? qsTr("adulto") : DaySay.years(tile?.person)
                        mark: tile?.here ? "expected" : ""
                        key: tile?.here || index > 8 ? "" : String(index + 1)
                        chosen: !(tile?.here ?? true) && (page.chosen[rowId] ?? tile?.chosen ?? false)
                        enabled: !(tile?.here ?? true)
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onTapped: page.turn(tile)
                        onMain: page.confirm()
                        onActiveFocusChanged: if (activeFocus)
                            scrolled.show(one)
                    }
                }
            }
        }
        Sheet {
            room: Theme.px(24)
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.px(24)
                Layout.fillWidth: true

                Stepper {
                    id: adults
                    objectName: "adults"
                    label: qsTr("Altri adulti, senza nome")
                    most: 99
                    Layout.preferredWidth: Theme.px(320)
                }
                Item {
                    Layout.fillWidth: true
                }
                DeskButton {
                    objectName: "confirm"
                    tone: "dark"
                    size: 27
                    enabled: page.all > 0
                    label: DaySay.several(page.all, qsTr("Dai 1 posto"), qsTr("Dai %1 posti"))
                    key: qsTr("Invio")
                    implicitHeight: Theme.px(72)
                    Layout.alignment: Qt.AlignBottom
                    onTapped: page.confirm()
                }
            }
        }
    }
}

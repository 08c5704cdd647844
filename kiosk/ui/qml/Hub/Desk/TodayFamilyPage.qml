// A family comes: who of them, and how many adults without a name. Who came last time is chosen already.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property string source: face?.source ?? ""
    property var chosen: ({}) // by person
    readonly property var people: (face?.tiles ?? []).filter(tile => !tile.here && (chosen[tile.person.id] ?? tile.chosen)).map(tile => tile.person.id)
    readonly property int all: people.length + adults.value

    function words(said: var): string {
        return DaySay.said(said);
    }
    function turn(tile: var) {
        const next = Object.assign({}, chosen);
        next[tile.person.id] = !(chosen[tile.person.id] ?? tile.chosen);
        chosen = next;
    }
    function confirm() {
        if (all > 0)
            page.act("today/come/" + source, {
                "people": people,
                "adults": adults.value
            });
    }

    // Another family on the same page begins anew; the same one drawn again keeps what was chosen.
    onSourceChanged: {
        chosen = {};
        adults.value = face?.adults ?? 0;
    }
    // A field passes Enter on: it is heard here alone, or it would count twice.
    Keys.onReturnPressed: confirm()
    Keys.onEnterPressed: confirm()

    Keyed {
        id: keyed
        rows: (page.face?.tiles ?? []).map((tile, at) => Object.assign({
                "id": tile.person.id,
                "at": at
            }, tile))
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Chi arriva di questa famiglia?")
            about: qsTr("Chi è venuto l’ultima volta è già scelto.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna a oggi")
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
                    id: tiles
                    model: keyed.model

                    ChoiceTile {
                        id: one
                        required property int index
                        required property string rowId
                        readonly property var tile: keyed.byId[rowId] ?? null
                        objectName: "tile-" + rowId
                        focus: index === 0
                        person: tile?.person ?? null
                        about: tile?.here ? qsTr("già qui") : tile?.adult ? qsTr("adulto") : DaySay.years(tile?.person)
                        mark: tile?.here ? "present" : ""
                        markInk: tile?.here ? "#1B7A45" : Theme.soft
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
                    label: DaySay.several(page.all, qsTr("Entra 1 persona"), qsTr("Entrano in %1"))
                    key: qsTr("Invio")
                    implicitHeight: Theme.px(72)
                    Layout.alignment: Qt.AlignBottom
                    onTapped: page.confirm()
                }
            }
        }
    }
}

// Families: somebody is found as their name is typed, in any script, by the code of a card, or by the card itself.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property bool answered: (face?.asked ?? "") === search.text.trim()
    readonly property var hits: search.text.trim() !== "" ? face?.hits ?? [] : []
    property int at: 0

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        search.clear();
        search.choose();
        page.go("families");
    }
    function open(hit: var) {
        if (hit && hit.household !== "")
            page.go("families/open/" + hit.household);
    }
    function move(by: int) {
        page.at = Math.max(0, Math.min(page.hits.length - 1, page.at + by));
        if (page.hits.length > 0)
            list.show(lines.itemAt(page.at));
    }

    Component.onCompleted: {
        search.text = page.face?.asked ?? "";
        search.resume();
    }

    Keyed {
        id: found
        rows: page.hits
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Famiglie")
            about: qsTr("Cerca una persona, o passa la sua tessera.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "new-family"
                label: qsTr("Nuova famiglia")
                tone: "dark"
                key: "Ctrl N"
                sequence: "Ctrl+N"
                onTapped: page.go("families/new")
            }
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Sheet {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(1100)

                Field {
                    id: search
                    objectName: "search"
                    focus: true
                    hint: qsTr("Un nome, in ogni alfabeto, o il codice di una tessera")
                    key: "/"
                    size: 27
                    Layout.fillWidth: true
                    onEdited: text => {
                        page.at = 0;
                        page.go("families/?" + text.trim());
                    }
                    onAccepted: {
                        if (page.answered && page.hits.length > 0)
                            page.open(page.hits[page.at]);
                        else if (page.answered && search.text.trim() !== "")
                            page.go("families/new?" + search.text.trim());
                    }
                    Keys.onUpPressed: page.move(-1)
                    Keys.onDownPressed: page.move(1)
                }
                Scrolled {
                    id: list
                    visible: page.hits.length > 0
                    spacing: Theme.px(4)
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    Repeater {
                        id: lines
                        model: found.model

                        PersonLine {
                            required property int index
                            required property string rowId
                            readonly property var hit: found.byId[rowId] ?? null
                            objectName: "hit-" + index
                            who: hit?.who ?? null
                            note: hit && hit.household === "" ? qsTr("In più di una famiglia: cerca l’adulto che è qui.") : hit && hit.gone ? qsTr("Non abita più lì") : ""
                            chosen: index === page.at
                            Layout.fillWidth: true
                            onTapped: page.open(hit)
                        }
                    }
                }
                Quiet {
                    visible: page.hits.length === 0
                    picture: search.text.trim() === "" ? "icon-who" : "empty"
                    words: search.text.trim() === "" ? qsTr("Chi cerchi?") : page.answered ? qsTr("Qui nessuno si chiama così.") : ""
                    more: search.text.trim() === "" ? qsTr("Bastano due lettere. Le frecce scelgono, Invio apre.") : page.answered ? qsTr("Invio registra una famiglia nuova.") : ""
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }
            ColumnLayout {
                spacing: Theme.px(20)
                Layout.preferredWidth: Theme.px(400)
                Layout.alignment: Qt.AlignTop

                StockCard {
                    stock: page.face?.stock ?? null
                    stands: page.frame?.stands ?? null
                    prints: page.face?.allowed?.cards ?? false
                    onSheetAsked: page.act("families/print_blanks", {})
                    Layout.fillWidth: true
                }
                DeskButton {
                    visible: page.face?.allowed?.merge ?? false
                    objectName: "alike"
                    label: qsTr("Forse la stessa persona")
                    size: 20
                    Layout.fillWidth: true
                    onTapped: page.go("families/alike")
                }
                DeskButton {
                    visible: page.face?.allowed?.merge ?? false
                    objectName: "merges"
                    label: qsTr("Persone unite")
                    size: 20
                    Layout.fillWidth: true
                    onTapped: page.go("families/merges")
                }
            }
        }
    }
}

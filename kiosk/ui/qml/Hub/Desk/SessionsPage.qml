// The coming sessions: their seats at a glance, who waits, and where somebody waits for an answer.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property var lines: face?.lines ?? []
    readonly property int all: (face?.parts ?? [])[0]?.count ?? 0
    readonly property string current: lines[list.currentIndex]?.id ?? ""

    function words(said: var): string {
        return SessionSay.said(said);
    }
    function back() {
        search.clear();
        list.take();
        page.go("sessions");
    }
    function narrow(part: string, text: string) {
        page.go(part === "all" && text === "" ? "sessions" : "sessions//" + part + "?" + text);
    }
    function open() {
        if (page.current !== "")
            page.go("sessions/open/" + page.current);
    }

    Component.onCompleted: search.text = face?.text ?? ""

    Keyed {
        id: keyed
        rows: page.lines
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        PageHead {
            title: qsTr("Attività")
            about: qsTr("Posti, attese e richieste di questo hub.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "open"
                tone: "dark"
                enabled: page.current !== ""
                label: qsTr("Apri")
                key: qsTr("Invio")
                onTapped: page.open()
            }
        }
        Sheet {
            room: Theme.px(22)
            spacing: Theme.px(14)
            Layout.fillWidth: true
            Layout.fillHeight: true

            RowLayout {
                spacing: Theme.px(18)
                Layout.fillWidth: true

                Field {
                    id: search
                    objectName: "search"
                    hint: qsTr("Cerca un’attività, un luogo o un’ora")
                    key: "/"
                    size: 22
                    Layout.fillWidth: true
                    Layout.maximumWidth: Theme.px(560)
                    onEdited: text => page.narrow(page.face?.part ?? "all", text)
                    onAccepted: list.take()
                    Keys.onDownPressed: list.take()
                }
                Repeater {
                    model: page.face?.parts ?? []

                    FilterChip {
                        required property var modelData
                        objectName: "part-" + modelData.part
                        label: SessionSay.part(modelData.part)
                        count: modelData.count
                        chosen: page.face?.part === modelData.part
                        onTapped: page.narrow(modelData.part, search.text)
                    }
                }
                Item {
                    Layout.fillWidth: true
                }
            }
            Rectangle {
                implicitHeight: Math.max(1, Theme.px(1.5))
                color: Theme.line
                Layout.fillWidth: true
            }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                RowList {
                    id: list
                    anchors.fill: parent
                    focus: true
                    model: keyed.model
                    name: qsTr("Attività in arrivo")
                    onMain: page.open()
                    delegate: SessionRow {
                        required property string rowId
                        required property int index
                        width: ListView.view.width
                        session: keyed.byId[rowId] ?? null
                        day: SessionSay.newDay(session, page.lines[index - 1])
                        current: ListView.isCurrentItem
                        focused: list.walked
                        onChosen: list.choose(index)
                        onOpened: page.open()
                    }
                }
                Quiet {
                    visible: list.count === 0
                    anchors.centerIn: parent
                    width: parent.width
                    words: page.all > 0 ? qsTr("Qui non c’è niente.") : qsTr("Nessuna attività in arrivo.")
                    more: page.all > 0 ? qsTr("Prova un’altra parola, o Esc per vederle tutte.") : qsTr("Le attività dell’hub arrivano dal catalogo della città.")
                }
            }
        }
    }
}

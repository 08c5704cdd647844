// Somebody is moved to another session: its seats are seen before it is chosen.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property var lines: face?.others ?? []

    function words(said: var): string {
        return SessionSay.said(said);
    }
    function back() {
        page.go("sessions/open/" + (page.face?.session?.id ?? ""));
    }
    function choose() {
        const to = lines[list.currentIndex];
        if (to)
            page.act("sessions/move/" + page.face.signup, {
                "to": to.id
            });
    }

    Keyed {
        id: keyed
        rows: page.lines
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        PageHead {
            title: qsTr("Sposta %1").arg(DaySay.read(page.face?.person))
            about: qsTr("Da: %1, %2").arg(page.face?.session?.title ?? "").arg(SessionSay.when(page.face?.session))
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Resta dov’è")
                key: "Esc"
                onTapped: page.back()
            }
            DeskButton {
                objectName: "move"
                tone: "dark"
                enabled: page.lines.length > 0
                label: qsTr("Sposta qui")
                key: qsTr("Invio")
                onTapped: page.choose()
            }
        }
        Sheet {
            room: Theme.px(22)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                RowList {
                    id: list
                    anchors.fill: parent
                    focus: true
                    model: keyed.model
                    name: qsTr("Altre attività")
                    onMain: page.choose()
                    delegate: SessionRow {
                        required property string rowId
                        required property int index
                        width: ListView.view.width
                        session: keyed.byId[rowId] ?? null
                        day: SessionSay.newDay(session, page.lines[index - 1])
                        current: ListView.isCurrentItem
                        focused: list.walked
                        onChosen: list.choose(index)
                        onOpened: page.choose()
                    }
                }
                Quiet {
                    visible: list.count === 0
                    anchors.centerIn: parent
                    width: parent.width
                    words: qsTr("Non c’è un’altra attività in arrivo.")
                }
            }
        }
    }
}

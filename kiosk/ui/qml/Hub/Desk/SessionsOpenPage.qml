// One session: who is in it by how they stand, and what can be done with the line that is chosen. One key each.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var session: face?.session ?? null
    readonly property string id_: session?.id ?? ""
    readonly property var groups: face?.groups ?? []
    readonly property var rows: groups.reduce((all, group) => [...all, ...group.lines], [])
    readonly property var row: keyed.byId[chosen] ?? rows[0] ?? null
    readonly property bool begun: face?.desk?.begun ?? false
    property string chosen: ""

    function words(said: var): string {
        return SessionSay.said(said);
    }
    function back() {
        page.go("sessions");
    }
    function groupOf(id: string): var {
        return groups.find(group => group.lines[0]?.id === id) ?? null;
    }
    function mayDo(deed: string): bool {
        return (row?.may ?? []).includes(deed);
    }
    // The one that follows is chosen before this line goes to another group.
    function next() {
        const at = rows.findIndex(one => one.id === row.id);
        const after = rows[at + 1] ?? rows[at - 1];
        if (after && after.state === row.state)
            list.currentIndex = rows.indexOf(after);
    }
    function take(deed: string) {
        if (!mayDo(deed))
            return;
        const id = row.id;
        if (deed === "move")
            page.go("sessions/move/" + id);
        else if (deed === "against")
            page.go("sessions/full/" + page.id_ + "/" + id);
        else {
            next();
            page.act("sessions/" + deed + "/" + id, {});
        }
    }
    function main() {
        const first = ["attended", "confirm", "offer", "against", "move"].find(deed => mayDo(deed));
        if (first)
            take(first);
    }

    Keyed {
        id: keyed
        rows: page.rows
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(20)

        PageHead {
            title: page.session?.title ?? ""
            about: (page.session?.cancelled ? qsTr("ANNULLATA · %1") : "%1").arg(SessionSay.when(page.session))
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna all’elenco")
                key: "Esc"
                onTapped: page.back()
            }
            DeskButton {
                objectName: "attended-all"
                visible: (page.face?.inside ?? 0) > 0
                label: page.face?.inside === 1 ? qsTr("C’è 1: segnalo") : qsTr("Ci sono in %1: segnali").arg(page.face?.inside ?? 0)
                key: "T"
                onTapped: page.act("sessions/attended_all/" + page.id_, {})
            }
            DeskButton {
                objectName: "offer-next"
                visible: (page.face?.next ?? "") !== ""
                label: qsTr("Offri al prossimo")
                key: "O"
                onTapped: page.act("sessions/offer/" + page.face.next, {})
            }
            DeskButton {
                objectName: "add"
                visible: !(page.session?.cancelled ?? false)
                tone: "dark"
                label: qsTr("Iscrivi")
                key: "N"
                onTapped: page.go("sessions/add/" + page.id_)
            }
        }
        SessionHead {
            session: page.session
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.px(22)
            Layout.fillWidth: true
            Layout.fillHeight: true

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
                        name: qsTr("Chi è in questa attività")
                        onMain: page.main()
                        onCurrentIndexChanged: page.chosen = page.rows[currentIndex]?.id ?? ""
                        delegate: SignupRow {
                            required property string rowId
                            required property int index
                            readonly property var of: page.groupOf(rowId)
                            width: ListView.view.width
                            row: keyed.byId[rowId] ?? null
                            group: of ? SessionSay.group(of.state) : ""
                            count: of?.lines.length ?? 0
                            current: ListView.isCurrentItem
                            focused: list.walked
                            onChosen: list.choose(index)
                            onOpened: page.main()
                        }
                    }
                    Quiet {
                        visible: list.count === 0
                        anchors.centerIn: parent
                        width: parent.width
                        words: qsTr("Ancora nessuno.")
                        more: qsTr("Premi N e cerca chi vuole venire.")
                    }
                }
            }
            Sheet {
                visible: page.row !== null
                room: Theme.px(24)
                spacing: Theme.px(14)
                Layout.preferredWidth: Theme.px(390)
                Layout.maximumWidth: Theme.px(390)
                Layout.alignment: Qt.AlignTop

                RowLayout {
                    spacing: Theme.px(16)
                    Layout.fillWidth: true

                    Creature {
                        kind: page.row?.person?.creature ?? ""
                        side: Theme.px(84)
                    }
                    ColumnLayout {
                        spacing: Theme.px(8)
                        Layout.fillWidth: true

                        Words {
                            objectName: "chosen-name"
                            text: SessionSay.name(page.row?.person)
                            size: 28
                            font.weight: Font.Bold
                            Layout.fillWidth: true
                        }
                        Words {
                            visible: text !== ""
                            text: page.row?.person?.latin ?? ""
                            size: 21
                            color: Theme.soft
                            Layout.fillWidth: true
                        }
                    }
                }
                SignupMark {
                    state_: page.row?.state ?? ""
                    Layout.fillWidth: true
                }
                Words {
                    visible: text !== ""
                    text: [DaySay.years(page.row?.person), SessionSay.about(page.row), SessionSay.whole(page.row), page.row?.beyond ? qsTr("oltre i posti") : ""].filter(part => part !== "").join(" · ")
                    size: 21
                    color: Theme.soft
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.row?.may ?? []

                    DeskButton {
                        required property int index
                        required property string modelData
                        objectName: "do-" + modelData
                        tone: ["decline", "cancel"].includes(modelData) ? "paper" : index === 0 ? "dark" : "paper"
                        label: SessionSay.deed(modelData, page.row?.state ?? "")
                        key: modelData === "offer" ? "" : SessionSay.key(modelData)
                        Layout.fillWidth: true
                        onTapped: page.take(modelData)
                    }
                }
                Words {
                    visible: (page.row?.state === "waiting") && !(page.face?.desk?.lead ?? false)
                    text: qsTr("I posti a chi aspetta li offre la stazione capofila.")
                    size: 21
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
        }
    }
}

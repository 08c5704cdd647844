// The hub's calendar: a week at a glance, with how full each turn is. Arrows walk it, Enter opens what is chosen.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var days: face?.days ?? []
    readonly property bool said: face?.said ?? true
    property int at: 0 // the day that is chosen
    property int slot: -1 // and of its openings; -1 for the day itself
    readonly property var day: days[at] ?? null
    readonly property var opening: day?.slots[slot] ?? null

    function words(said: var): string {
        return CalendarSay.said(said);
    }
    function back() {
        page.go("calendar");
        week.forceActiveFocus();
    }
    function begin() {
        at = Math.max(0, days.findIndex(one => one.id === page.face?.at));
        slot = day?.slots.findIndex(one => !one.over) ?? -1;
        week.show();
    }
    function walk(by: int) {
        at = Math.max(0, Math.min(6, at + by));
        slot = Math.min(slot, (day?.slots.length ?? 0) - 1);
        week.show();
    }
    function step(by: int) {
        slot = Math.max(-1, Math.min((day?.slots.length ?? 0) - 1, slot + by));
        week.show();
    }
    function turn(to: string) {
        page.go("calendar//" + to);
    }
    function edit() {
        if (day)
            page.go("calendar/day/" + day.id);
    }
    function main() {
        if (opening)
            page.go("calendar/turn/" + opening.id);
        else
            edit();
    }

    Component.onCompleted: {
        begin();
        week.forceActiveFocus();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(20)

        PageHead {
            title: qsTr("Calendario, %1").arg(CalendarSay.week(page.face?.first ?? "", page.face?.last ?? ""))
            about: !page.said && week.visible ? qsTr("Nessuno ha ancora detto gli orari: apri un giorno e scrivili per ogni settimana.") : page.face?.this ? qsTr("Questa settimana: orari, turni e quanti posti restano.") : qsTr("Orari, turni e quanti posti restano.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "before"
                label: qsTr("Prima")
                key: "Pag↑"
                onTapped: page.turn(page.face?.before ?? "")
            }
            DeskButton {
                objectName: "now"
                visible: !(page.face?.this ?? true)
                label: qsTr("Questa settimana")
                key: "O"
                onTapped: page.go("calendar")
            }
            DeskButton {
                objectName: "after"
                label: qsTr("Dopo")
                key: "Pag↓"
                onTapped: page.turn(page.face?.after ?? "")
            }
        }
        LeadNote {
            lead: page.face?.lead ?? null
            Layout.fillWidth: true
        }
        Rectangle {
            visible: (page.face?.stranded ?? []).length > 0
            radius: Theme.px(18)
            color: "#FFEFC9"
            implicitHeight: lost.implicitHeight + 2 * Theme.px(12)
            Layout.fillWidth: true

            RowLayout {
                id: lost
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: Theme.px(22)
                anchors.rightMargin: Theme.px(14)
                spacing: Theme.px(14)

                Words {
                    objectName: "stranded"
                    text: CalendarSay.waiting((page.face?.stranded ?? []).reduce((sum, one) => sum + one.people, 0)).trim()
                    size: 22
                    font.weight: Font.DemiBold
                    color: "#6B4600"
                    Layout.fillWidth: true
                }
                Repeater {
                    model: (page.face?.stranded ?? []).slice(0, 3)

                    DeskButton {
                        required property var modelData
                        objectName: "stranded-" + modelData.turn
                        label: CalendarSay.chance(modelData.at)
                        least: Theme.px(50)
                        size: 20
                        onTapped: page.go("calendar/turn/" + modelData.turn)
                    }
                }
            }
        }
        FocusScope {
            id: week

            function show() {
                const column = columns.itemAt(page.at) as WeekDay;
                const item = column?.chosen() ?? null;
                if (item)
                    scrolled.show(item);
            }

            objectName: "week"
            focus: true
            activeFocusOnTab: true
            visible: page.said || (page.face?.lead?.edits ?? false)
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.Table
            Accessible.name: qsTr("La settimana")
            Accessible.focusable: true
            Keys.onLeftPressed: page.walk(-1)
            Keys.onRightPressed: page.walk(1)
            Keys.onUpPressed: page.step(-1)
            Keys.onDownPressed: page.step(1)
            Keys.onReturnPressed: page.main()
            Keys.onEnterPressed: page.main()

            Scrolled {
                id: scrolled
                anchors.fill: parent

                RowLayout {
                    spacing: Theme.px(12)
                    uniformCellSizes: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: scrolled.height - Theme.px(8)

                    Repeater {
                        id: columns
                        model: 7

                        WeekDay {
                            required property int index
                            day: page.days[index] ?? null
                            said: page.said
                            at: page.at === index ? page.slot : -2
                            focused: week.activeFocus
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            Layout.preferredWidth: 1
                            onDayTapped: {
                                page.at = index;
                                page.slot = -1;
                                page.edit();
                            }
                            onSlotTapped: slot => {
                                page.at = index;
                                page.slot = slot;
                                page.main();
                            }
                        }
                    }
                }
            }
        }
        Quiet {
            visible: !week.visible
            picture: "icon-week"
            words: qsTr("Nessuno ha ancora detto gli orari.")
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Sheet {
            room: Theme.px(18)
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.px(16)
                Layout.fillWidth: true

                ColumnLayout {
                    spacing: Theme.px(4)
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.px(8)

                    Words {
                        objectName: "chosen"
                        text: CalendarSay.capital(DeskSay.longDay(page.day?.id ?? ""))
                        size: 24
                        font.weight: Font.Bold
                        Layout.fillWidth: true
                    }
                    Words {
                        text: page.opening ? [(page.opening.places ?? null) === null ? qsTr("apertura %1").arg(CalendarSay.times(page.opening)) : qsTr("turno %1").arg(CalendarSay.times(page.opening)), CalendarSay.room(page.opening)].join(" · ") : (page.day?.slots ?? []).length > 0 ? qsTr("tutto il giorno") : page.said ? qsTr("chiuso") : qsTr("orari non detti")
                        size: 21
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                }
                DeskButton {
                    objectName: "edit"
                    label: page.face?.lead?.edits && !page.day?.past ? qsTr("Cambia il giorno") : qsTr("Guarda il giorno")
                    tone: "paper"
                    key: "C"
                    onTapped: page.edit()
                }
                DeskButton {
                    objectName: "open"
                    visible: page.opening !== null
                    label: qsTr("Chi viene")
                    tone: "dark"
                    key: qsTr("Invio")
                    onTapped: page.main()
                }
            }
        }
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown) {
            page.turn((event.key === Qt.Key_PageUp ? page.face?.before : page.face?.after) ?? "");
            event.accepted = true;
        }
    }
}

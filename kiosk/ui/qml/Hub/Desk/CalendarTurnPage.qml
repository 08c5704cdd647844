// A turn: who is expected in it, who is here for it already, how many places are left.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var head: face?.head ?? null
    readonly property var slot: head?.slot ?? null
    readonly property RegisterRow line: list.currentItem as RegisterRow
    readonly property var row: line?.row ?? null
    readonly property bool expected: row?.state === "expected"
    readonly property var family: expected ? (face?.rows ?? []).filter(one => one.state === "expected" && one.party !== "" && one.party === row.party) : []

    function words(said: var): string {
        return CalendarSay.said(said);
    }
    function back() {
        page.go("calendar//" + (head?.day ?? ""));
    }
    function add() {
        page.go("calendar/find/" + head.turn);
    }
    function off(rows: var) {
        page.act("calendar/off/" + rows.map(one => one.event).join("+"), {});
    }
    function comes() {
        if (row.kind === "counted")
            page.act("today/awaited/" + row.event, {});
        else
            page.go("today/arrive?" + row.name);
    }

    Keyed {
        id: keyed
        rows: page.face?.rows ?? []
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        PageHead {
            title: CalendarSay.turn(page.head)
            about: page.slot === null ? qsTr("Questo turno non c’è più. A chi è qui sotto era stato promesso: parla con loro, poi toglili.") : page.slot.over ? qsTr("È finito.") : ""
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna al calendario")
                key: "Esc"
                onTapped: page.back()
            }
            DeskButton {
                objectName: "add"
                visible: page.head?.gives ?? false
                tone: "dark"
                label: qsTr("Aggiungi")
                key: "N"
                onTapped: page.add()
            }
        }
        LeadNote {
            lead: page.head?.lead?.here ? null : page.head?.lead ?? null
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

                    ListView {
                        id: list
                        objectName: "turn-list"
                        anchors.fill: parent
                        anchors.rightMargin: Theme.px(14)
                        focus: true
                        activeFocusOnTab: true
                        clip: true
                        cacheBuffer: 0
                        model: keyed.model
                        boundsBehavior: Flickable.StopAtBounds
                        highlightMoveDuration: 0
                        keyNavigationEnabled: true
                        Accessible.role: Accessible.List
                        Accessible.name: qsTr("Chi viene in questo turno")
                        delegate: RegisterRow {
                            id: line
                            required property string rowId
                            required property int index
                            width: list.width
                            row: keyed.byId[rowId] ?? null
                            current: ListView.isCurrentItem
                            focused: list.activeFocus
                            onChosen: {
                                list.currentIndex = line.index;
                                list.forceActiveFocus();
                            }
                        }
                        onCountChanged: if (currentIndex < 0 && count > 0)
                            currentIndex = 0
                    }
                    ScrollHandle {
                        list: list
                    }
                    Quiet {
                        visible: list.count === 0
                        anchors.centerIn: parent
                        width: parent.width
                        words: qsTr("Ancora nessuno.")
                        more: page.head?.gives ? qsTr("Premi N e cerca una famiglia, o passa una tessera.") : ""
                    }
                }
            }
            ColumnLayout {
                spacing: Theme.px(22)
                Layout.preferredWidth: Theme.px(390)
                Layout.maximumWidth: Theme.px(390)
                Layout.fillHeight: true

                Sheet {
                    visible: page.slot !== null
                    room: Theme.px(24)
                    spacing: Theme.px(12)
                    Layout.fillWidth: true

                    Words {
                        text: (page.slot?.places ?? null) === null ? qsTr("Si entra liberamente") : qsTr("Posti liberi")
                        size: 23
                        font.weight: Font.Bold
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: (page.slot?.free ?? null) !== null
                        text: String(page.slot?.free ?? "")
                        size: 60
                        font.weight: Font.Bold
                        color: page.slot?.free === 0 ? Theme.wait : "#1B7A45"
                        Layout.fillWidth: true
                    }
                    Fullness {
                        objectName: "fullness"
                        slot: page.slot
                        size: 22
                        Layout.fillWidth: true
                    }
                }
                Sheet {
                    visible: page.row !== null
                    room: Theme.px(24)
                    spacing: Theme.px(14)
                    Layout.fillWidth: true

                    RowLayout {
                        spacing: Theme.px(16)
                        Layout.fillWidth: true

                        Picture {
                            name: DaySay.picture(page.row)
                            side: Theme.px(76)
                        }
                        ColumnLayout {
                            spacing: Theme.px(6)
                            Layout.fillWidth: true

                            Words {
                                objectName: "chosen-name"
                                text: DaySay.name(page.row)
                                size: 26
                                font.weight: Font.Bold
                                Layout.fillWidth: true
                            }
                            StateMark {
                                state_: page.row?.state ?? ""
                                size: 21
                                Layout.fillWidth: true
                            }
                        }
                    }
                    DeskButton {
                        objectName: "comes"
                        visible: page.expected && page.head?.at?.dayWord === "today"
                        tone: "dark"
                        label: page.row?.kind === "counted" ? qsTr("Sono arrivati") : qsTr("È arrivato")
                        key: "V"
                        Layout.fillWidth: true
                        onTapped: page.comes()
                    }
                    DeskButton {
                        objectName: "off"
                        visible: page.expected
                        tone: "paper"
                        label: qsTr("Togli dal turno")
                        key: "T"
                        Layout.fillWidth: true
                        onTapped: page.off([page.row])
                    }
                    DeskButton {
                        objectName: "off-all"
                        visible: page.family.length > 1
                        tone: "paper"
                        label: qsTr("Togli tutti e %1").arg(page.family.length)
                        key: "F"
                        Layout.fillWidth: true
                        onTapped: page.off(page.family)
                    }
                }
                Item {
                    Layout.fillHeight: true
                }
            }
        }
    }
}

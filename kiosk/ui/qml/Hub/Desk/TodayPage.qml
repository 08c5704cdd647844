// The day: its numbers, the register, and what can be done with the line that is chosen.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var numbers: face?.numbers ?? null
    readonly property var needs: (frame?.tabs ?? []).find(tab => tab.section === "needs") ?? null
    readonly property int all: (face?.states ?? [])[0]?.count ?? 0
    readonly property bool came: (face?.hours ?? []).some(bar => bar.people > 0)
    readonly property RegisterRow line: list.currentItem as RegisterRow
    readonly property var row: line?.row ?? null

    function words(said: var): string {
        return DaySay.said(said);
    }
    function back() {
        search.clear();
        list.forceActiveFocus();
        page.go("today");
    }
    function narrow(state: string, text: string) {
        page.go(state === "all" && text === "" ? "today" : "today//" + state + "?" + text);
    }
    // The next that waits is chosen before the one that was seen moves away.
    function see() {
        const seen = page.row;
        const rows = page.face.rows;
        if (rows[list.currentIndex + 1]?.state === "arrived")
            list.incrementCurrentIndex();
        page.act("today/see/" + seen.id, {});
    }
    function letGo() {
        if (row.leaves === "asked")
            page.go("today/leave/" + row.id);
        else if (row.leaves === "themselves")
            page.act("today/let_go/" + row.id, {
                "adult": ""
            });
        else
            page.act("today/together/" + row.id, {});
    }
    function main() {
        if (row?.state === "arrived")
            see();
        else if (row?.state === "present")
            letGo();
        else if (row?.state === "expected" && row.kind === "counted")
            page.act("today/awaited/" + row.event, {});
        else if (row?.state === "expected")
            page.go("today/arrive?" + row.name);
        else if (row)
            page.go("today/mend/" + row.id);
    }

    Component.onCompleted: search.text = face?.text ?? ""

    Keyed {
        id: keyed
        rows: page.face?.rows ?? []
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        PageHead {
            title: qsTr("Oggi, %1").arg(DeskSay.longDay(page.face?.day ?? ""))
            about: DaySay.opening(page.face?.opening ?? null)
            Layout.fillWidth: true

            DeskButton {
                objectName: "group"
                label: qsTr("Gruppo")
                key: "G"
                onTapped: page.go("today/group")
            }
            DeskButton {
                objectName: "arrive"
                tone: "dark"
                label: qsTr("Nuovo arrivo")
                key: "N"
                onTapped: page.go("today/arrive")
            }
        }
        RowLayout {
            spacing: Theme.px(18)
            Layout.fillWidth: true

            NumberCard {
                objectName: "inside"
                number: page.numbers?.inside ?? 0
                label: qsTr("dentro adesso")
                note: page.numbers?.unknown ? qsTr("%1 senza età").arg(page.numbers.unknown) : ""
                ink: "#1B7A45"
                Layout.preferredWidth: Theme.px(300)
            }
            NumberCard {
                objectName: "children"
                number: page.numbers?.children ?? 0
                label: qsTr("bambini")
            }
            NumberCard {
                objectName: "adults"
                number: page.numbers?.adults ?? 0
                label: qsTr("adulti")
            }
            NumberCard {
                objectName: "educators"
                number: page.numbers?.educators ?? 0
                label: qsTr("educatori")
            }
            NumberCard {
                objectName: "expected"
                number: page.face?.expected ?? 0
                label: qsTr("attesi")
                ink: Theme.soft
            }
            NumberCard {
                objectName: "needs"
                visible: page.needs !== null
                number: page.needs?.badge ?? 0
                label: qsTr("serve una persona")
                ink: (page.needs?.badge ?? 0) > 0 ? "#B4342A" : Theme.soft
                Layout.preferredWidth: Theme.px(260)
            }
        }
        RowLayout {
            spacing: Theme.px(22)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Sheet {
                room: Theme.px(22)
                spacing: Theme.px(14)
                Layout.fillWidth: true
                Layout.fillHeight: true

                Field {
                    id: search
                    objectName: "search"
                    hint: qsTr("Cerca un nome, in ogni alfabeto, o il codice di una tessera")
                    key: "/"
                    size: 22
                    Layout.fillWidth: true
                    onEdited: text => page.narrow(page.face?.state ?? "all", text)
                    onAccepted: list.forceActiveFocus()
                    Keys.onDownPressed: list.forceActiveFocus()
                }
                RowLayout {
                    spacing: Theme.px(12)
                    Layout.fillWidth: true

                    Repeater {
                        model: page.face?.states ?? []

                        FilterChip {
                            required property var modelData
                            objectName: "state-" + modelData.state
                            label: DaySay.states(modelData.state)
                            count: modelData.count
                            chosen: page.face?.state === modelData.state
                            onTapped: page.narrow(modelData.state, search.text)
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

                    ListView {
                        id: list
                        objectName: "register"
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
                        Accessible.name: qsTr("Registro di oggi")
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
                            onOpened: page.main()
                        }
                        onCountChanged: if (currentIndex < 0 && count > 0)
                            currentIndex = 0
                        Keys.onReturnPressed: page.main()
                        Keys.onEnterPressed: page.main()
                        Keys.onPressed: event => {
                            const page = Math.max(1, Math.floor(height / Theme.px(72)) - 1);
                            const to = ({
                                    [Qt.Key_Home]: 0,
                                    [Qt.Key_End]: count - 1,
                                    [Qt.Key_PageUp]: Math.max(0, currentIndex - page),
                                    [Qt.Key_PageDown]: Math.min(count - 1, currentIndex + page)
                                })[event.key];
                            if (to !== undefined) {
                                currentIndex = to;
                                event.accepted = true;
                            }
                        }
                    }
                    ScrollHandle {
                        list: list
                    }
                    Quiet {
                        visible: list.count === 0
                        anchors.centerIn: parent
                        width: parent.width
                        words: page.all > 0 ? qsTr("Qui non c’è nessuno.") : qsTr("Ancora nessuno.")
                        more: page.all > 0 ? qsTr("Prova un altro nome, o Esc per vedere tutti.") : qsTr("Passa una tessera, o premi N.")
                    }
                }
            }
            ColumnLayout {
                id: side
                visible: page.row !== null || page.came || silence.missing.length > 0
                spacing: Theme.px(22)
                Layout.preferredWidth: Theme.px(390)
                Layout.maximumWidth: Theme.px(390)
                Layout.fillHeight: true

                Sheet {
                    id: chosen
                    visible: page.row !== null
                    room: Theme.px(24)
                    spacing: Theme.px(14)
                    Layout.fillWidth: true

                    RowLayout {
                        spacing: Theme.px(16)
                        Layout.fillWidth: true

                        Picture {
                            name: DaySay.picture(page.row)
                            side: Theme.px(84)
                        }
                        ColumnLayout {
                            spacing: Theme.px(8)
                            Layout.fillWidth: true

                            Words {
                                objectName: "chosen-name"
                                text: DaySay.name(page.row)
                                size: 28
                                font.weight: Font.Bold
                                Layout.fillWidth: true
                            }
                            Words {
                                visible: text !== ""
                                text: page.row?.latin ?? ""
                                size: 21
                                color: Theme.soft
                                Layout.fillWidth: true
                            }
                        }
                    }
                    StateMark {
                        state_: page.row?.state ?? ""
                        text: ({
                                "arrived": page.row?.kind === "counted" ? qsTr("Numero da confermare") : qsTr("Ancora da vedere"),
                                "present": qsTr("Presente, visto"),
                                "expected": qsTr("Atteso, non ancora qui"),
                                "left": qsTr("Uscita alle %1").arg(page.row?.until ?? "")
                            })[page.row?.state ?? ""] ?? ""
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: text !== ""
                        text: [DaySay.people(page.row) > 0 ? DaySay.numbers(page.row) : DaySay.age(page.row), page.row?.since ? (page.row.state === "expected" ? qsTr("Alle %1") : qsTr("Arrivo alle %1")).arg(page.row.since) : "", page.row?.state !== "left" && DaySay.along(page.row) ? qsTr("con %1").arg(DaySay.along(page.row)) : DaySay.along(page.row)].filter(part => part !== "").join(" · ")
                        size: 21
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                    DeskButton {
                        objectName: "see"
                        visible: page.row?.state === "arrived"
                        tone: "dark"
                        label: page.row?.kind === "counted" ? qsTr("Numero giusto") : qsTr("Visto")
                        key: "V"
                        Layout.fillWidth: true
                        onTapped: page.see()
                    }
                    DeskButton {
                        objectName: "let-go"
                        visible: (page.row?.leaves ?? "not") !== "not"
                        tone: page.row?.state === "present" ? "dark" : "paper"
                        label: page.row?.leaves === "asked" ? qsTr("Lascia uscire…") : qsTr("Esce")
                        key: "U"
                        Layout.fillWidth: true
                        onTapped: page.letGo()
                    }
                    DeskButton {
                        objectName: "comes"
                        visible: page.row?.state === "expected"
                        tone: "dark"
                        label: page.row?.kind === "counted" ? qsTr("Sono arrivati") : qsTr("È arrivato")
                        key: "V"
                        Layout.fillWidth: true
                        onTapped: page.main()
                    }
                    DeskButton {
                        objectName: "turn"
                        visible: page.row?.state === "expected"
                        tone: "paper"
                        label: qsTr("Il suo turno…")
                        key: "T"
                        Layout.fillWidth: true
                        onTapped: page.go("calendar/turn/" + page.row.turn)
                    }
                    DeskButton {
                        objectName: "mend"
                        visible: page.row !== null && page.row.state !== "expected"
                        tone: "paper"
                        label: qsTr("Correggi…")
                        key: "C"
                        Layout.fillWidth: true
                        onTapped: page.go("today/mend/" + page.row.id)
                    }
                }
                Sheet {
                    id: chart
                    visible: page.came && side.height - (chosen.visible ? chosen.implicitHeight : 0) - (silence.visible ? silence.implicitHeight : 0) > Theme.px(260)
                    room: Theme.px(24)
                    spacing: Theme.px(12)
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    Words {
                        text: qsTr("Arrivi per ora")
                        size: 23
                        font.weight: Font.Bold
                        Layout.fillWidth: true
                    }
                    HourBars {
                        hours: page.face?.hours ?? []
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.maximumHeight: Theme.px(220)
                    }
                    Item {
                        Layout.fillHeight: true
                        Layout.preferredHeight: 0
                    }
                }
                SilenceNote {
                    id: silence
                    missing: page.face?.silent ?? []
                    Layout.fillWidth: true
                }
                Item {
                    visible: !chart.visible
                    Layout.fillHeight: true
                }
            }
        }
    }
}

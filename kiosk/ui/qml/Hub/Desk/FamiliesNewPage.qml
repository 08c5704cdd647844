// A new family in a minute: people by keyboard alone, what each adult is to each child, consents; all of it kept at once.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    property int turn: 0 // counts the changes: what is derived of the rows is looked at again
    property bool leaving: false
    property var decided: ({}) // flags of a pair that a hand has set, by "adult-child"
    property var how: ({}) // of a giver's row: paper, screen, later
    property string language: "it"
    property var asking: null // which field's text is being explained
    readonly property var alike: asking?.what === "name" && face?.asked === asking.text ? face?.alike ?? [] : []
    readonly property var wrong: page.frame ? said : null
    property var said: null
    readonly property var everybody: all(turn)
    readonly property var adults: everybody.filter(one => one.role !== "child")
    readonly property var kids: everybody.filter(one => one.role === "child")
    readonly property var givers: everybody.filter(one => one.role !== "child" || one.own)

    function words(said: var): string {
        page.said = said;
        return FamilySay.words(said);
    }
    function back() {
        if (leaving || everybody.length === 0)
            page.go("families");
        else
            leaving = true;
    }
    // The rows in which somebody is written, with their place among all rows.
    function all(turn: int): var {
        const found = [];
        for (let at = 0; at < people.count; at++) {
            const one = people.get(at);
            if (one.given.trim() !== "" || one.born.trim() !== "")
                found.push({
                    "row": at,
                    "given": one.given.trim(),
                    "family": one.family.trim(),
                    "latin": one.latin.trim(),
                    "born": one.born.trim(),
                    "role": one.role,
                    "creature": one.creature,
                    "phone": one.role === "child" ? "" : one.phone.trim(),
                    "person": one.known,
                    "own": one.own
                });
        }
        return found;
    }
    function add() {
        const last = people.count > 0 ? people.get(people.count - 1) : null;
        if (last && last.given.trim() === "") {
            (rows.itemAt(people.count - 1) as NewPersonRow)?.choose();
            return;
        }
        people.append({
            "given": "",
            "family": last ? last.family : page.face?.asked ?? "",
            "latin": "",
            "born": "",
            "role": last ? "child" : "adult",
            "chosen": false, // whether a hand has said the role
            "creature": FamilySay.creatures[people.count % FamilySay.creatures.length],
            "phone": "",
            "known": "",
            "meant": "unknown",
            "day": "",
            "band": "",
            "age": -1,
            "own": false
        });
        turn++;
    }
    function set(at: int, name: string, value: var) {
        people.setProperty(at, name, value);
        if (name === "role")
            people.setProperty(at, "chosen", true);
        leaving = false;
        said = null;
        turn++;
    }
    function ask(at: int, what: string, text: string) {
        const meant = text.trim();
        page.asking = {
            "row": at,
            "what": what,
            "text": meant
        };
        page.go("families/new?" + meant);
    }
    function understood() {
        if (asking?.what !== "born" || face?.asked !== asking.text || asking.row >= people.count)
            return;
        const born = face.born;
        for (const name of ["meant", "day", "band", "age", "own"])
            people.setProperty(asking.row, name, born[name]);
        if (born.age >= 0 && !people.get(asking.row).chosen)
            people.setProperty(asking.row, "role", born.age >= 18 ? "adult" : "child");
        turn++;
    }
    function same(who: var) {
        const at = asking.row;
        for (const name of ["given", "family", "latin", "creature", "role"])
            people.setProperty(at, name, who[name]);
        people.setProperty(at, "known", who.id);
        people.setProperty(at, "chosen", true);
        asking = null;
        turn++;
        (rows.itemAt(at) as NewPersonRow)?.chooseDay();
    }
    function pairs(): var {
        const found = [];
        adults.forEach(adult => kids.forEach(child => found.push({
                    "adult": adult,
                    "child": child
                })));
        return found;
    }
    function flags(adult: var, child: var): var {
        return decided[adult.row + "-" + child.row] ?? FamilySay.preset(adult.role);
    }
    function decide(adult: var, child: var, name: string, on: bool) {
        decided = Object.assign({}, decided, {
            [adult.row + "-" + child.row]: FamilySay.turned(flags(adult, child), name, on)
        });
        turn++;
    }
    function about(giver: var): string {
        const own = giver.role === "child" ? [] : kids.filter(one => !one.own).map(one => one.given);
        return own.length > 0 ? qsTr("per sé e per %1").arg(own.join(", ")) : qsTr("per sé");
    }
    function consent(giver: var, chosen: string) {
        how = Object.assign({}, how, {
            [giver.row]: chosen
        });
        const open = givers.findIndex(one => !how[one.row]);
        if (open >= 0)
            giverLines.itemAt(open).forceActiveFocus();
        else
            save.forceActiveFocus();
    }
    // Straight on: to a consent that nobody has spoken of yet, then to the register.
    function finish() {
        const open = givers.findIndex(one => !how[one.row]);
        if (open >= 0 && everybody.length > 0) {
            giverLines.itemAt(open).forceActiveFocus();
            scroller.show(giverLines.itemAt(open));
            return;
        }
        const place = {};
        everybody.forEach((one, at) => place[one.row] = at);
        page.act("families/register", {
            "people": everybody,
            "ties": pairs().map(pair => Object.assign({
                        "adult": place[pair.adult.row],
                        "child": place[pair.child.row],
                        "basis": pair.adult.role === "foster_parent" ? "foster care" : pair.adult.role === "case_worker" ? "social services" : ""
                    }, flags(pair.adult, pair.child))),
            "consents": givers.filter(one => ["paper", "screen"].includes(how[one.row])).map(one => ({
                        "giver": place[one.row],
                        "how": how[one.row],
                        "language": page.language
                    }))
        });
    }

    onFaceChanged: understood()
    Component.onCompleted: add()

    ListModel {
        id: people
        dynamicRoles: false
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(20)

        PageHead {
            title: qsTr("Nuova famiglia")
            about: page.leaving ? qsTr("Premi ancora Esc per lasciare senza registrare.") : qsTr("Invio aggiunge una persona. Quello che non si sa resta vuoto.")
            Layout.fillWidth: true

            DeskButton {
                id: save
                objectName: "register"
                label: qsTr("Registra")
                tone: "dark"
                key: qsTr("Ctrl Invio")
                sequence: "Ctrl+Return"
                onTapped: page.finish()
            }
        }
        Scrolled {
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true

            Sheet {
                room: Theme.px(24)
                spacing: Theme.px(16)
                Layout.fillWidth: true

                Repeater {
                    id: rows
                    model: people
                    onItemAdded: (index, item) => (item as NewPersonRow)?.choose()

                    NewPersonRow {
                        id: row
                        required property var model
                        person: model
                        wrongName: page.said?.what === "no_name" && page.everybody[page.said.number]?.row === row.index
                        wrongDay: page.said?.what === "no_day" && page.everybody[page.said.number]?.row === row.index
                        Layout.fillWidth: true
                        onFilled: (name, value) => page.set(row.index, name, value)
                        onAsked: (what, text) => page.ask(row.index, what, text)
                        onNext: page.add()
                        onRemoved: {
                            people.remove(row.index);
                            page.decided = {};
                            page.how = {};
                            page.turn++;
                            if (people.count === 0)
                                page.add();
                        }
                        onActiveFocusChanged: if (activeFocus)
                            scroller.show(row)
                    }
                }
                DeskButton {
                    objectName: "add-person"
                    label: qsTr("Un’altra persona")
                    tone: "paper"
                    key: qsTr("Invio")
                    onTapped: page.add()
                }
            }
            AlikeSheet {
                visible: page.alike.length > 0
                alike: page.alike
                Layout.fillWidth: true
                onOpened: household => page.go("families/open/" + household)
                onSame: who => page.same(who)
            }
            RowLayout {
                spacing: Theme.px(20)
                visible: page.adults.length > 0
                Layout.fillWidth: true

                Sheet {
                    visible: page.kids.length > 0
                    room: Theme.px(24)
                    spacing: Theme.px(6)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(760)
                    Layout.alignment: Qt.AlignTop

                    Capital {
                        text: qsTr("Chi è per loro")
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: page.adults.length * page.kids.length // a count: what is typed in a row rebuilds no other

                        TieRow {
                            id: pair
                            required property int index
                            readonly property var grown: page.adults[Math.floor(index / page.kids.length)] ?? null
                            readonly property var young: page.kids[index % page.kids.length] ?? null
                            objectName: "pair-" + index
                            adult: grown?.given ?? ""
                            child: young?.given ?? ""
                            flags: page.turn >= 0 && grown && young ? page.flags(grown, young) : {}
                            Layout.fillWidth: true
                            onTurned: (name, on) => page.decide(pair.grown, pair.young, name, on)
                            onActiveFocusChanged: if (activeFocus)
                                scroller.show(pair)
                        }
                    }
                }
                Sheet {
                    room: Theme.px(24)
                    spacing: Theme.px(6)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(660)
                    Layout.alignment: Qt.AlignTop

                    Capital {
                        text: qsTr("Consenso, testo %1").arg(page.face?.consentText ?? "")
                        Layout.fillWidth: true
                    }
                    Repeater {
                        id: giverLines
                        model: page.givers.length

                        GiverLine {
                            id: line
                            required property int index
                            readonly property var person: page.givers[index] ?? null
                            objectName: "giver-" + index
                            giver: person?.given ?? ""
                            about: person ? page.about(person) : ""
                            how: person ? page.how[person.row] ?? "" : ""
                            Layout.fillWidth: true
                            onChosen: how => page.consent(person, how)
                            onActiveFocusChanged: if (activeFocus)
                                scroller.show(line)
                        }
                    }
                    RowLayout {
                        spacing: Theme.px(14)
                        Layout.leftMargin: Theme.px(22)
                        Layout.fillWidth: true

                        Words {
                            text: qsTr("Mostrato in")
                            size: 22
                            color: Theme.soft
                        }
                        Turn {
                            objectName: "shown-in"
                            label: qsTr("Lingua del consenso")
                            value: page.language
                            options: FamilySay.languages.map(tag => ({
                                        "value": tag,
                                        "words": FamilySay.language(tag)
                                    }))
                            Layout.preferredWidth: Theme.px(260)
                            onChosen: value => page.language = value
                        }
                    }
                }
            }
        }
    }
}

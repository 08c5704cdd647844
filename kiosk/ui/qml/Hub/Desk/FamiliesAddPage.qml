// One person more in a household: who they are, and what they are to those who are here already.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property var people: face?.people ?? []
    readonly property bool child: person.role === "child"
    readonly property var others: people.filter(one => (one.role === "child") !== child)
    property var decided: ({}) // flags that a hand has set, by the other's id
    property var said: null
    property string asking: ""
    readonly property var alike: asking !== "" && face?.asked === asking ? face?.alike ?? [] : []
    property var person: ({
            "given": "",
            "family": "",
            "latin": "",
            "born": "",
            "role": "child",
            "creature": "",
            "phone": "",
            "known": "",
            "meant": "unknown",
            "day": "",
            "band": "",
            "age": -1
        })

    function words(said: var): string {
        page.said = said;
        return FamilySay.words(said);
    }
    function back() {
        page.go("families/open/" + page.face.household);
    }
    function set(values: var) {
        page.person = Object.assign({}, page.person, values);
        page.said = null;
    }
    function flags(other: var): var {
        const role = child ? other.role : person.role;
        return decided[other.id] ?? FamilySay.preset(role);
    }
    function decide(other: var, name: string, on: bool) {
        decided = Object.assign({}, decided, {
            [other.id]: FamilySay.turned(flags(other), name, on)
        });
    }
    function keep() {
        page.act("families/add/" + page.face.household, {
            "people": [Object.assign({}, person, {
                    "person": person.known
                })],
            "ties": others.map(other => Object.assign({
                        "other": other.id
                    }, flags(other)))
        });
    }

    onFaceChanged: {
        const born = face?.born ?? null;
        if (born && face.asked === person.born.trim())
            page.person = Object.assign({}, person, {
                "meant": born.meant,
                "day": born.day,
                "band": born.band,
                "age": born.age
            });
    }
    Component.onCompleted: {
        set({
            "creature": FamilySay.creatures[people.length % FamilySay.creatures.length],
            "family": people[0]?.family ?? ""
        });
        row.choose();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Una persona in più")
            about: qsTr("Nella famiglia %1").arg(page.face?.label ?? "")
            Layout.fillWidth: true

            DeskButton {
                objectName: "keep"
                label: qsTr("Aggiungi")
                tone: "dark"
                key: qsTr("Ctrl Invio")
                sequence: "Ctrl+Return"
                onTapped: page.keep()
            }
        }
        Scrolled {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Sheet {
                room: Theme.px(24)
                Layout.fillWidth: true

                NewPersonRow {
                    id: row
                    index: 0
                    person: page.person
                    alone: true
                    wrongName: page.said?.what === "no_name"
                    wrongDay: page.said?.what === "no_day"
                    Layout.fillWidth: true
                    onFilled: (name, value) => page.set({
                            [name]: value
                        })
                    onAsked: (what, text) => {
                        page.asking = what === "name" ? text.trim() : "";
                        page.go("families/add/" + page.face.household + "?" + text.trim());
                    }
                    onNext: page.keep()
                }
            }
            AlikeSheet {
                visible: page.alike.length > 0
                alike: page.alike
                Layout.fillWidth: true
                onOpened: household => page.go("families/open/" + household)
                onSame: who => {
                    page.asking = "";
                    page.set({
                        "given": who.given,
                        "family": who.family,
                        "latin": who.latin,
                        "creature": who.creature,
                        "role": who.role,
                        "known": who.id
                    });
                    row.chooseDay();
                }
            }
            Sheet {
                visible: page.others.length > 0
                room: Theme.px(24)
                spacing: Theme.px(6)
                Layout.fillWidth: true

                Capital {
                    text: qsTr("Chi è per loro")
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.others

                    TieRow {
                        id: tie
                        required property int index
                        required property var modelData
                        objectName: "pair-" + index
                        adult: page.child ? modelData.given : page.person.given || qsTr("La persona nuova")
                        child: page.child ? page.person.given || qsTr("la persona nuova") : modelData.given
                        flags: page.decided && page.person ? page.flags(modelData) : {}
                        Layout.fillWidth: true
                        onTurned: (name, on) => page.decide(tie.modelData, name, on)
                    }
                }
            }
        }
    }
}

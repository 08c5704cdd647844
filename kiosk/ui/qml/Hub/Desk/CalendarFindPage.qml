// Who gets a place? Somebody is found as their name is typed; people nobody names are counted.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property var head: face?.head ?? null
    readonly property string turn: head?.turn ?? ""
    readonly property bool answered: (face?.text ?? "") === list.text
    readonly property var found: (list.text !== "" ? face?.hits ?? [] : []).map(hit => ({
                "id": hit.household + "/" + hit.person.id,
                "person": hit.person,
                "about": [hit.adult ? qsTr("adulto") : DaySay.years(hit.person), hit.home !== "" ? qsTr("famiglia %1").arg(hit.home) : ""].filter(part => part !== "").join(" · "),
                "note": hit.here ? qsTr("c’è già") : ""
            }))
    readonly property var ways: [
        {
            "id": "count",
            "picture": "people-counted",
            "title": qsTr("Conta senza nome"),
            "about": qsTr("un gruppo, una classe: solo quanti sono")
        },
        {
            "id": "new",
            "picture": "creature-unknown",
            "title": qsTr("Nuova famiglia"),
            "about": qsTr("prima si registra, poi si dà il posto")
        }
    ]

    function words(said: var): string {
        return CalendarSay.said(said);
    }
    function back() {
        page.go("calendar/turn/" + turn);
    }
    function choose(row: var) {
        if (row.id === "count")
            page.go("calendar/count/" + turn);
        else if (row.id === "new")
            page.go("families/new?" + list.text);
        else
            page.go("calendar/family/" + turn + "/" + row.id);
    }

    Component.onCompleted: {
        list.text = face?.text ?? "";
        list.resume();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Chi viene?")
            about: [CalendarSay.turn(page.head), CalendarSay.room(page.head?.slot ?? null)].filter(part => part !== "").join(" · ")
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna al turno")
                key: "Esc"
                onTapped: page.back()
            }
        }
        Sheet {
            Layout.fillWidth: true
            Layout.fillHeight: true

            HitList {
                id: list
                hint: qsTr("Un nome, in ogni alfabeto, o il codice di una tessera")
                rows: page.answered || list.text === "" ? [...page.found, ...page.ways] : page.found
                Layout.fillWidth: true
                Layout.fillHeight: true
                onTyped: text => page.go("calendar/find/" + page.turn + "?" + text)
                onChosen: row => page.choose(row)
            }
        }
    }
}

// Who comes? Somebody is found as their name is typed; who is not known is counted, or is a guest of one day.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property bool answered: (face?.text ?? "") === list.text
    readonly property var found: (list.text !== "" ? face?.hits ?? [] : []).map(hit => ({
                "id": hit.household + "/" + hit.person.id,
                "person": hit.person,
                "about": [hit.adult ? qsTr("adulto") : DaySay.years(hit.person), hit.home !== "" ? qsTr("famiglia %1").arg(hit.home) : ""].filter(part => part !== "").join(" · "),
                "note": hit.here ? qsTr("già qui") : ""
            }))
    readonly property var ways: [
        {
            "id": "guest",
            "picture": "people-guest",
            "title": list.text === "" ? qsTr("Ospite di un giorno") : qsTr("Ospite di un giorno: %1").arg(list.text),
            "about": qsTr("non si registra: il nome si cancella da solo")
        },
        {
            "id": "count",
            "picture": "people-counted",
            "title": qsTr("Conta senza nome"),
            "about": qsTr("solo quanti sono, per età")
        },
        {
            "id": "new",
            "picture": "creature-unknown",
            "title": qsTr("Nuova famiglia"),
            "about": qsTr("si registra in un minuto")
        }
    ]

    function words(said: var): string {
        return DaySay.said(said);
    }
    function choose(row: var) {
        if (row.id === "guest")
            page.go("today/guest?" + list.text);
        else if (row.id === "count")
            page.go("today/count");
        else if (row.id === "new")
            page.go("families/new?" + list.text);
        else
            page.go("today/family/home/" + row.id);
    }

    Component.onCompleted: {
        list.text = face?.text ?? "";
        list.resume();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Chi arriva?")
            about: qsTr("Passa una tessera, o scrivi due lettere del nome.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna a oggi")
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
                onTyped: text => page.go("today/arrive?" + text)
                onChosen: row => page.choose(row)
            }
        }
    }
}

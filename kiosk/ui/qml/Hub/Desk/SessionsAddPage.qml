// Somebody is signed up: found as their name is typed, or by their card.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property string id_: face?.session?.id ?? ""
    readonly property var course: face?.session?.course ?? null
    readonly property string one: course === null || (face?.whole ?? false) ? "" : "/one" // of a course this date alone
    readonly property var found: (list.text !== "" ? face?.hits ?? [] : []).map(hit => ({
                "id": hit.household + "/" + hit.person.id,
                "person": hit.person,
                "household": hit.household,
                "here": hit.here,
                "about": [hit.adult ? qsTr("adulto") : DaySay.years(hit.person), hit.home !== "" ? qsTr("famiglia %1").arg(hit.home) : ""].filter(part => part !== "").join(" · "),
                "note": hit.here ? qsTr("c’è già") : ""
            }))

    function words(said: var): string {
        return SessionSay.said(said);
    }
    function back() {
        page.go("sessions/open/" + id_);
    }
    function choose(row: var) {
        page.act("sessions/sign_up/" + id_ + one, {
            "person": row.person.id,
            "household": row.household
        });
    }

    Component.onCompleted: {
        list.text = face?.text ?? "";
        list.resume();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Chi vuole venire?")
            about: qsTr("%1 · %2").arg(page.face?.session?.title ?? "").arg(SessionSay.when(page.face?.session))
            Layout.fillWidth: true

            Turn {
                objectName: "whole"
                visible: page.course !== null
                label: qsTr("Per")
                options: [
                    {
                        "value": "",
                        "words": qsTr("tutto il corso, %1 date").arg(page.course?.dates ?? 0)
                    },
                    {
                        "value": "/one",
                        "words": qsTr("solo questa data")
                    }
                ]
                value: page.one
                Layout.preferredWidth: Theme.px(380)
                onChosen: value => page.go("sessions/add/" + page.id_ + value + (list.text !== "" ? "?" + list.text : ""))
            }
            DeskButton {
                objectName: "back"
                label: qsTr("Torna all’elenco")
                key: "Esc"
                onTapped: page.back()
            }
        }
        SessionHead {
            session: page.face?.session ?? null
            side: 26
            Layout.fillWidth: true
        }
        Sheet {
            Layout.fillWidth: true
            Layout.fillHeight: true

            HitList {
                id: list
                hint: qsTr("Un nome, in ogni alfabeto, o il codice di una tessera")
                rows: page.found
                Layout.fillWidth: true
                Layout.fillHeight: page.found.length > 0
                onTyped: text => page.go("sessions/add/" + page.id_ + page.one + "?" + text)
                onChosen: row => page.choose(row)
            }
            Quiet {
                visible: page.found.length === 0
                picture: list.text === "" ? "icon-who" : "empty"
                words: list.text === "" ? qsTr("Chi si iscrive?") : (page.face?.text ?? "") === list.text ? qsTr("Qui nessuno si chiama così.") : ""
                more: list.text === "" ? qsTr("Scrivi due lettere, o passa la tessera.") : qsTr("Una famiglia nuova si registra da Famiglie.")
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
}

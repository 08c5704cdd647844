// Who joins: the family as tiles, and what does not suit is said kindly before.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var people: face?.people ?? []
    readonly property bool discreet: face?.discreet ?? false
    readonly property bool ready: face?.ready ?? false
    readonly property bool wishes: face?.wishes ?? false
    readonly property bool course: (face?.dates ?? []).length > 0
    readonly property var chosen: people.find(one => one.chosen) ?? null
    readonly property bool sideways: Theme.large && (Theme.wide || Theme.textStep === 2)

    function note(one: var): string {
        switch (one?.fit ?? "") {
        case "too_young":
            return qsTr("è per chi è più grande");
        case "too_old":
            return qsTr("è per chi è più piccolo");
        case "already":
            return qsTr("è già in lista");
        case "clashes":
            return (one.on ?? null) === null ? qsTr("a quell’ora ha: %1", "another activity").arg(one.other) : qsTr("%1 ha: %2", "when, another activity").arg(Say.moment(one.on)).arg(one.other);
        }
        return one?.chosen ? qsTr("viene") : qsTr("tocca per scegliere");
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.apart

        ScreenHead {
            title: screen.face?.title ?? ""
            discreet: screen.discreet
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("join/back")
        }
        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true
            centred: Theme.wide && !Theme.large

            BigButton {
                visible: screen.discreet
                objectName: "leave-now"
                label: qsTr("Chiudi subito")
                tone: "dark"
                Layout.fillWidth: true
                onTapped: screen.intent("finished")
            }
            Words {
                visible: text !== ""
                text: Say.joined([screen.course || (screen.face?.when ?? null) === null ? "" : Say.moment(screen.face.when), screen.face?.place ?? "", Say.ages(screen.face?.minAge, screen.face?.maxAge)])
                size: 38
                color: Theme.soft
                Layout.fillWidth: true
            }
            CourseDates {
                visible: screen.course
                dates: screen.face?.dates ?? []
                priceCents: screen.face?.priceCents ?? null
                toPay: screen.face?.toPay ?? null
                Layout.fillWidth: true
            }
            Heading {
                visible: !screen.discreet
                text: qsTr("Chi viene?")
                size: Theme.wide ? Theme.heading : 60
                Layout.fillWidth: true
            }
            GridLayout {
                visible: !screen.discreet
                columns: screen.sideways ? (Theme.wide ? 2 : 1) : Theme.wide ? Math.max(2, Math.min(4, screen.people.length)) : screen.people.length <= 4 || Theme.large ? 2 : 3
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true
                uniformCellHeights: !screen.sideways
                Layout.fillWidth: true

                Repeater {
                    model: screen.discreet ? 0 : screen.people.length

                    PersonTile {
                        required property int index
                        readonly property var one: screen.people[index] ?? null
                        readonly property string fit: one?.fit ?? ""
                        objectName: "person-" + index
                        kind: one?.who.creature ?? ""
                        name: one?.who.firstName ?? ""
                        note: screen.note(one)
                        badge: one?.chosen ? "badge-coming" : fit === "already" ? "badge-here" : fit === "clashes" ? "icon-clock" : ""
                        chosen: one?.chosen ?? false
                        enabled: fit !== "already"
                        sideways: screen.sideways
                        creature: Theme.px(screen.sideways || Theme.reach ? 110 : Theme.wide ? 124 : 160)
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onTapped: screen.intent("join/person/" + index)
                    }
                }
            }
            Words {
                visible: screen.wishes
                text: qsTr("Lo chiediamo a un adulto della tua famiglia. Dirà sì con la sua tessera.")
                size: 38
                Layout.fillWidth: true
            }
            HereButton {
                objectName: "join-done"
                label: !screen.ready ? qsTr("Tocca chi viene.") : screen.wishes ? qsTr("Vorrei venire") : screen.discreet ? qsTr("Vengo") : qsTr("Iscrivi %1", "whom").arg(screen.chosen?.who.firstName ?? "")
                enabled: screen.ready
                kinds: screen.ready && !screen.discreet ? [screen.chosen?.who.creature ?? ""] : []
                Layout.fillWidth: true
                onTapped: screen.intent("join/confirm")
            }
        }
    }
}

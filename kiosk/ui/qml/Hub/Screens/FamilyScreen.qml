// Who came with this card: everybody a large tile, the same as last time chosen already, one big answer.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property bool paned: Theme.wide && !Theme.large
    readonly property bool roomy: !Theme.reach && Theme.childTarget < Theme.px(130) // the pane holds all choices
    readonly property var people: face?.people ?? []
    readonly property var adults: face?.adults ?? []
    readonly property int number: face?.number ?? 0
    readonly property bool ready: face?.ready ?? false
    readonly property int tiles: people.length + adults.length
    readonly property bool sideways: Theme.large && (Theme.wide || Theme.textStep === 2)
    readonly property int columns: {
        if (sideways)
            return Theme.wide ? 2 : 1;
        if (Theme.wide)
            return tiles <= 4 && paned ? 2 : paned ? 3 : 4;
        return tiles <= 4 || Theme.large ? 2 : 3;
    }
    // Small enough for two rows to be seen at once.
    readonly property real creature: {
        if (sideways || Theme.reach)
            return Theme.px(110);
        if (columns > 2)
            return Theme.px(140);
        return Theme.px(Theme.wide ? 150 : Theme.rightToLeft ? 170 : tiles <= 2 ? 260 : 200);
    }
    readonly property var faces: {
        const known = people.filter(tile => tile.mark !== "not_today").map(tile => tile.who.creature);
        return known.concat(adults.filter(mark => mark === "coming").map(() => "adult"));
    }

    component Greeting: Heading {
        readonly property string name: screen.face?.firstName ?? ""
        text: (name === "" ? qsTr("Ciao!") : qsTr("Ciao %1!").arg(name)) + (Theme.wide && (Theme.reach || !screen.paned) ? " " : "\n") + qsTr("Chi c’è con te?")
        size: Theme.reach && Theme.wide ? Theme.heading : Theme.large || Theme.reach || screen.paned && name.length > 16 ? 60 : Theme.title
        Layout.fillWidth: true
    }
    component Confirm: HereButton {
        objectName: "family-done"
        label: !screen.ready ? qsTr("Tocca chi è qui.") : screen.number === 1 ? qsTr("Sono qui") : qsTr("Siamo qui in %n", "", screen.number)
        enabled: screen.ready
        kinds: screen.ready ? screen.faces : []
        onTapped: screen.intent("family/confirm")
    }
    component Choice: BigButton {
        size: Theme.body
        least: Theme.childTarget
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    component Choices: GridLayout {
        columns: Theme.textStep === 2 && !Theme.wide ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Choice {
            visible: screen.face?.roomForAdults ?? false
            objectName: "family-adult"
            label: screen.adults.length === 0 ? qsTr("Un adulto") : qsTr("Un altro adulto")
            picture: "icon-plus"
            onTapped: screen.intent("family/adult/more")
        }
        Choice {
            visible: screen.face?.others ?? false
            objectName: "family-others"
            label: qsTr("Altri della famiglia")
            picture: "icon-others"
            onTapped: screen.intent("family/others")
        }
        Choice {
            objectName: "family-group"
            label: qsTr("Siamo un gruppo")
            picture: "icon-group"
            onTapped: screen.intent("family/group")
        }
        Choice {
            objectName: "family-not-me"
            label: qsTr("Non sono io")
            picture: "icon-not-me"
            onTapped: screen.intent("family/not-me")
        }
    }

    ColumnLayout {
        id: pane
        visible: screen.paned
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin
        anchors.bottomMargin: Theme.px(28)
        width: screen.paned ? Math.round(screen.width * 0.4) : 0
        spacing: Theme.gap

        Greeting {}
        Item {
            Layout.fillHeight: true
        }
        Confirm {
            Layout.fillWidth: true
        }
        Choices {
            visible: screen.roomy
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
    }
    Scroller {
        id: scroller
        anchors.left: screen.paned ? pane.right : parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: screen.paned ? parent.bottom : foot.top
        centred: screen.paned

        Greeting {
            visible: !screen.paned
        }
        GridLayout {
            columns: screen.columns
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true
            uniformCellHeights: !screen.sideways
            Layout.fillWidth: true

            Repeater {
                model: screen.people.length

                PersonTile {
                    required property int index
                    readonly property var tile: screen.people[index] ?? null
                    readonly property string mark: tile?.mark ?? ""
                    objectName: "person-" + index
                    kind: tile?.who.creature ?? ""
                    name: tile?.who.firstName ?? ""
                    note: mark === "here" ? qsTr("è già qui") : mark === "coming" ? qsTr("è qui") : qsTr("oggi no")
                    badge: mark === "here" ? "badge-here" : mark === "coming" ? "badge-coming" : ""
                    sure: mark === "here"
                    sideways: screen.sideways
                    creature: screen.creature
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onTapped: screen.intent("family/person/" + index)
                }
            }
            Repeater {
                model: screen.adults.length

                PersonTile {
                    required property int index
                    readonly property bool coming: screen.adults[index] === "coming"
                    objectName: "adult-" + index
                    kind: "adult"
                    name: screen.adults.length > 1 ? qsTr("Adulto %1").arg(index + 1) : qsTr("Adulto")
                    note: coming ? qsTr("è qui") : qsTr("oggi no")
                    badge: coming ? "badge-coming" : ""
                    sideways: screen.sideways
                    creature: screen.creature
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onTapped: screen.intent("family/adult/" + index)
                }
            }
        }
        Choices {
            visible: !screen.paned || !screen.roomy
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
    }
    Item {
        id: foot
        visible: !screen.paned
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: confirm.implicitHeight + Theme.apart + Theme.px(24)

        Confirm {
            id: confirm
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            anchors.bottomMargin: Theme.px(24)
        }
    }
}

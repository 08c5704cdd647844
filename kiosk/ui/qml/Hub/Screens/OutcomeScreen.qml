// An answer, over everything. Always alive and hidden, its pictures loaded: showing it costs one paint.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Rectangle {
    id: screen

    required property var frame
    property var outcome: null
    readonly property string kind: outcome?.outcome ?? ""
    readonly property var people: outcome?.people ?? []
    readonly property int adults: outcome?.adults ?? 0
    readonly property bool several: people.length + adults + (outcome?.number ?? 0) > 1
    readonly property string name: people.length > 0 ? people[0].firstName : ""
    readonly property bool hinted: (outcome?.hint ?? null) !== null
    readonly property bool more: outcome?.more ?? false
    readonly property int undo: outcome?.undoSeconds ?? 0
    readonly property bool done: ["welcomed", "counted", "left", "paid", "signed_up", "given_up"].includes(kind)
    readonly property bool waits: ["requested", "waiting", "wished"].includes(kind) // not a place yet
    readonly property bool ofCard: waits || ["paid", "signed_up", "given_up"].includes(kind)
    readonly property bool person: ["welcomed", "hello", "left", "collect"].includes(kind) || ofCard && people.length > 0
    readonly property var keeps: outcome?.keeps ?? []
    readonly property bool kept: keeps.length > 0
    readonly property var faces: people.map(one => one.creature).concat(Array(adults).fill("adult"))
    readonly property string picture: done ? "star-done" : waits ? "hourglass" : ({
            "ask": "signpost",
            "": ""
        })[kind] ?? kind
    readonly property bool low: width > (height - buttons.height) * 1.02
    readonly property real room: height - buttons.height
    readonly property color ground: done ? Theme.doneGround : waits ? Theme.waitGround : ["ask", "collect", ""].includes(kind) ? Theme.paper : Theme.helloGround

    signal intent(string path)

    color: ground
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text

    HubBadge {
        id: badge
        lines: screen.frame?.hubName ?? []
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.leftMargin: Theme.margin
        anchors.topMargin: Theme.px(Theme.wide ? 28 : 44)
    }
    Item {
        id: pictures
        readonly property real side: Math.round(screen.low ? Math.min(screen.room * (Theme.large ? 0.7 : 0.84), screen.width * (screen.kept && !Theme.wide ? 0.2 : 0.42)) : Math.min(screen.width * 0.72, screen.room * (Theme.large ? (screen.more ? 0.24 : 0.3) : screen.kept ? (Theme.checked ? 0.25 : 0.17) : screen.several || screen.hinted || screen.waits ? 0.32 : Theme.rightToLeft ? 0.36 : 0.42)))
        readonly property real aside: Theme.px(screen.kept && !Theme.wide ? 56 : 150)
        width: side
        height: side
        x: screen.low ? Theme.rightToLeft ? screen.width - width - aside : aside : (screen.width - width) / 2
        y: screen.low ? (screen.room - height) / 2 + Theme.px(20) : badge.y + badge.height + Theme.px(Theme.large ? 0 : 24)

        Repeater {
            model: ["star-done", "hello", "collect", "signpost", "hourglass", "reading"]

            Picture {
                required property string modelData
                name: modelData
                visible: screen.picture === modelData
                directional: modelData === "hello"
                side: pictures.side
            }
        }
    }
    Scroller {
        id: talk
        anchors.left: screen.low ? pictures.right : parent.left
        anchors.right: parent.right
        anchors.top: screen.low ? parent.top : pictures.bottom
        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.mm(3)
        spacing: Theme.px(20)
        centred: screen.low

        Heading {
            id: title
            text: Answers.title(screen.kind, screen.several ? "" : screen.name, screen.several)
            size: screen.low && !Theme.wide ? 68 : screen.kept || screen.waits ? 80 : 96
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: Answers.words(screen.outcome)
            size: screen.low && !Theme.wide ? 44 : screen.several || screen.kept || screen.waits ? 50 : 58
            font.weight: Font.DemiBold
            color: screen.done ? Theme.done : screen.waits ? Theme.wait : Theme.soft
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        MoneyWords {
            visible: (screen.outcome?.paid ?? null) !== null
            sentence: (screen.outcome?.paid?.toPay ?? 0) > 0 ? "paid_and" : "paid"
            amounts: sentence === "paid" ? [screen.outcome?.paid?.cents ?? 0] : [screen.outcome?.paid?.cents ?? 0, screen.outcome?.paid?.toPay ?? 0]
            size: 48
            tone: Theme.done
            align: Text.AlignHCenter
            Layout.fillWidth: true
        }
        RowLayout {
            visible: (screen.outcome?.paid ?? null) !== null
            spacing: Theme.px(20)
            Layout.fillWidth: false
            Layout.maximumWidth: parent.width
            Layout.alignment: Qt.AlignHCenter

            MoneyWords {
                sentence: screen.outcome?.paid?.atLeast ? "left_least" : "left"
                weight: Font.Normal
            }
            Words {
                text: Money.euros(screen.outcome?.paid?.left ?? 0)
                size: 44
                font.weight: Font.Bold
                wrapMode: Text.NoWrap
            }
        }
        Keeps {
            codes: screen.keeps
            receipts: screen.kind === "paid"
            low: screen.low
            Layout.fillWidth: true
        }
        RowLayout {
            visible: hint.text !== ""
            spacing: Theme.px(24)
            Layout.fillWidth: false
            Layout.maximumWidth: parent.width
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.px(12)

            Picture {
                name: "icon-clock"
                side: Theme.px(80)
            }
            Words {
                id: hint
                objectName: "outcome-hint"
                text: Answers.hint(screen.outcome?.hint ?? null)
                size: screen.low && !Theme.wide ? 36 : 44
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
        }
        GridLayout {
            id: creatures
            visible: screen.person
            readonly property real side: Theme.px(screen.several ? (screen.faces.length > 5 ? 110 : 150) : screen.kept ? 120 : screen.hinted ? 150 : !screen.low ? 230 : Theme.wide ? 200 : 150)
            columns: Math.max(1, Math.min(screen.faces.length, 6, Math.floor((talk.width - 2 * talk.side + columnSpacing) / (side + columnSpacing))))
            columnSpacing: Theme.px(24)
            rowSpacing: Theme.px(18)
            Layout.fillWidth: false
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.px(12)

            Repeater {
                model: Math.max(1, screen.faces.length)

                Creature {
                    required property int index
                    kind: screen.faces[index] ?? ""
                    side: creatures.side
                }
            }
        }
        RowLayout {
            visible: screen.done || screen.waits
            spacing: Theme.px(24)
            Layout.fillWidth: false
            Layout.maximumWidth: parent.width
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.px(12)

            Picture {
                name: "tram"
                directional: true
                side: Theme.px(128)
                ratio: 0.5
            }
            Words {
                text: screen.frame?.tram?.state === "at_stop" ? qsTr("Salvato qui. Parte con il prossimo tram.") : qsTr("Salvato.")
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
    }
    GridLayout {
        id: buttons
        visible: screen.kind !== "reading" && screen.kind !== ""
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.wide ? screen.width * (screen.more ? 0.05 : 0.16) : Theme.margin
        anchors.rightMargin: anchors.leftMargin
        anchors.bottomMargin: Theme.px(Theme.wide ? 24 : 48)
        columns: (screen.undo > 0 ? 2 : 1) + (Theme.wide && screen.more ? 1 : 0)
        columnSpacing: Theme.gap * 1.4
        rowSpacing: Theme.gap

        BigButton {
            visible: screen.more
            objectName: "outcome-more"
            label: screen.ofCard ? qsTr("La mia tessera") : qsTr("C’è qualcuno con me")
            picture: screen.ofCard ? "icon-card" : "icon-plus"
            least: Theme.childTarget
            size: Theme.large ? 36 : Theme.tile
            align: Qt.AlignHCenter
            Layout.fillWidth: true
            Layout.fillHeight: Theme.wide
            Layout.preferredWidth: Theme.px(560)
            Layout.columnSpan: Theme.wide ? 1 : buttons.columns
            onTapped: screen.intent("outcome/more")
        }
        BigButton {
            visible: screen.undo > 0
            objectName: "outcome-undo"
            label: qsTr("Annulla %1").arg(screen.undo)
            picture: Theme.large ? "" : "icon-undo"
            directional: true
            least: Theme.childTarget
            size: Theme.large ? 36 : Theme.tile
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.px(440)
            onTapped: screen.intent("outcome/undo")
        }
        BigButton {
            objectName: "outcome-done"
            label: screen.kind === "ask" || screen.kind === "collect" ? qsTr("Va bene") : qsTr("Fatto")
            tone: "dark"
            size: Theme.large ? 46 : 56
            least: Math.max(Theme.childTarget, Theme.px(Theme.wide ? 130 : 168))
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.px(500)
            onTapped: screen.intent("outcome/done")
        }
    }
}

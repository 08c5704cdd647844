// The answer to a scan, over everything. Always alive and hidden, its pictures loaded: showing it costs one paint.
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
    readonly property string name: outcome?.firstName ?? ""
    readonly property int undo: outcome?.undoSeconds ?? 0
    readonly property bool person: kind === "welcomed" || kind === "hello"
    readonly property bool low: width > (height - buttons.height) * 1.02
    readonly property real room: height - buttons.height
    readonly property color ground: kind === "welcomed" ? Theme.doneGround : kind === "ask" || kind === "" ? Theme.paper : Theme.helloGround

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
        readonly property real side: Math.round(screen.low ? Math.min(screen.room * 0.84, screen.width * 0.42) : Math.min(screen.width * 0.72, screen.room * (Theme.large ? 0.3 : Theme.rightToLeft ? 0.36 : 0.42)))
        width: side
        height: side
        x: screen.low ? Theme.rightToLeft ? screen.width - width - Theme.px(150) : Theme.px(150) : (screen.width - width) / 2
        y: screen.low ? (screen.room - height) / 2 + Theme.px(20) : badge.y + badge.height + Theme.px(Theme.large ? 0 : 24)

        Repeater {
            model: ["welcomed", "hello", "ask", "reading"]

            Picture {
                required property string modelData
                name: ({
                        "welcomed": "star-done",
                        "hello": "hello",
                        "ask": "signpost",
                        "reading": "reading"
                    })[modelData]
                visible: screen.kind === modelData
                directional: modelData === "hello"
                side: pictures.side
            }
        }
    }
    Scroller {
        anchors.left: screen.low ? pictures.right : parent.left
        anchors.right: parent.right
        anchors.top: screen.low ? parent.top : pictures.bottom
        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.mm(3)
        spacing: Theme.px(20)
        centred: screen.low

        Heading {
            id: title
            text: screen.kind === "welcomed" ? screen.name === "" ? qsTr("Ciao!") : qsTr("Ciao %1!").arg(screen.name) : screen.kind === "hello" ? screen.name === "" ? qsTr("Ciao di nuovo!") : qsTr("Ciao di nuovo, %1!").arg(screen.name) : screen.kind === "ask" ? qsTr("Adesso non riesco.") : qsTr("Leggo…")
            size: screen.low && !Theme.wide ? 68 : 96
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: screen.kind === "welcomed" ? qsTr("Sei qui.") : screen.kind === "hello" ? qsTr("Sei già qui.") : screen.kind === "ask" ? qsTr("Chiedi al banco.") : ""
            size: screen.low && !Theme.wide ? 44 : 58
            font.weight: Font.DemiBold
            color: screen.kind === "welcomed" ? Theme.done : Theme.soft
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Creature {
            id: creature
            visible: screen.person
            kind: screen.outcome?.creature ?? ""
            side: Theme.px(!screen.low ? 230 : Theme.wide ? 200 : 150)
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.px(12)
        }
        RowLayout {
            visible: screen.kind === "welcomed"
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
    RowLayout {
        id: buttons
        visible: screen.kind !== "reading" && screen.kind !== ""
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.wide ? screen.width * 0.16 : Theme.margin
        anchors.rightMargin: anchors.leftMargin
        anchors.bottomMargin: Theme.px(Theme.wide ? 24 : 48)
        spacing: Theme.gap * 1.4

        BigButton {
            visible: screen.undo > 0 && screen.kind === "welcomed"
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
            id: done
            objectName: "outcome-done"
            label: screen.kind === "ask" ? qsTr("Va bene") : qsTr("Fatto")
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

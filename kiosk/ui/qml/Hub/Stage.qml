// The stage: header, one screen, bar, and what may lie over them; all in the reach container, mirrored where the language asks.
import QtQuick
import Hub.Style
import Hub.Components
import Hub.Screens

Item {
    id: stage

    required property var frame
    required property string screen
    required property var face
    property var outcome: null
    property var idle: ({
            "asking": false,
            "secondsLeft": 0
        })
    readonly property bool answering: (outcome ?? null) !== null
    readonly property bool asking: idle?.asking ?? false
    readonly property bool attract: screen === "attract"
    readonly property bool reach: frame?.reach ?? false
    property string loaded: ""

    signal intent(string path)

    function load() {
        const file = ({
                "attract": "AttractScreen",
                "language": "LanguageScreen",
                "home": "HomeScreen",
                "browse": "BrowseScreen",
                "activity": "ActivityScreen",
                "scan": "ScanScreen",
                "family": "FamilyScreen",
                "leave": "LeaveScreen",
                "count": "CountScreen",
                "leader": "LeaderScreen",
                "prompt": "PromptScreen",
                "mycard": "MyCardScreen",
                "choose": "ChooseScreen",
                "signup": "SignupScreen",
                "join": "JoinScreen",
                "whom": "WhomScreen",
                "money": "MoneyScreen",
                "wait": "WaitScreen",
                "pictures": "PicturesScreen",
                "pin": "PinScreen",
                "door": "DoorScreen",
                "inside": "InsideScreen",
                "station": "StationScreen",
                "firstcopy": "FirstCopyScreen",
                "trouble": "TroubleScreen"
            })[screen] ?? "TroubleScreen";
        if (loaded !== file) {
            loaded = file;
            loader.setSource(Qt.resolvedUrl("Screens/" + file + ".qml"), {
                "frame": stage.frame,
                "face": stage.face
            });
        }
    }

    onScreenChanged: load()
    Component.onCompleted: load()
    LayoutMirroring.enabled: Theme.rightToLeft
    LayoutMirroring.childrenInherit: true

    Tokens {
        frame: stage.frame
        stageWidth: stage.width
        stageHeight: stage.height
    }
    Rectangle {
        anchors.fill: parent
        color: stage.answering && !stage.asking ? answer.ground : Theme.paper
    }
    Item {
        id: body
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: stage.reach ? Math.round(stage.height * 0.55) : stage.height

        Item {
            id: room
            // Hidden by opacity, not by `visible`: laid out and ready, so that a change costs one paint.
            opacity: stage.answering || stage.asking ? 0 : 1
            enabled: opacity > 0
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: bar.visible ? bar.top : parent.bottom

            HubHeader {
                id: header
                frame: stage.frame
                telling: !["attract", "station", "trouble"].includes(stage.screen)
                onIntent: path => stage.intent(path)
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.leftMargin: Theme.margin
                anchors.rightMargin: Theme.margin
                anchors.topMargin: Theme.px(Theme.wide || stage.reach ? 18 : 40)
            }
            Loader {
                id: loader
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: header.bottom
                anchors.topMargin: Math.max(Theme.px(Theme.wide ? 8 : 16), Theme.mm(3) - header.clear)
                anchors.bottom: parent.bottom
            }
        }
        OutcomeScreen {
            id: answer
            objectName: "outcome"
            opacity: stage.answering && !stage.asking ? 1 : 0
            enabled: opacity > 0
            frame: stage.frame
            outcome: stage.outcome
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: bar.top
            onIntent: path => stage.intent(path)
        }
        IdleOverlay {
            objectName: "idle"
            visible: stage.asking
            secondsLeft: stage.idle?.secondsLeft ?? 0
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: bar.visible ? bar.top : parent.bottom
            onIntent: path => stage.intent(path)
        }
        Bar {
            id: bar
            objectName: "bar"
            visible: !stage.attract || stage.answering
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            onIntent: path => stage.intent(path)
        }
        StaffCorners {
            anchors.fill: parent
            onPressed: which => stage.intent("corner/" + which)
        }
    }
    Connections {
        target: loader.item
        function onIntent(path: string) {
            stage.intent(path);
        }
    }
    Binding {
        target: loader.item
        property: "face"
        value: stage.face
        when: loader.item !== null
        restoreMode: Binding.RestoreNone
    }
    Binding {
        target: loader.item
        property: "frame"
        value: stage.frame
        when: loader.item !== null
        restoreMode: Binding.RestoreNone
    }
}

// The desk's stage: sidebar, one page, the answer to what was done. Locked, there is the lock and nothing else.
import QtQuick
import Hub.Style
import Hub.Components

FocusScope {
    id: stage

    required property var frame
    required property string screen
    required property var face
    property var said: null
    property var waits: null // what central is asked for; until it answers there is nothing else to do
    readonly property bool waiting: (waits ?? null) !== null
    readonly property bool locked: (frame?.worker ?? "") === "" || screen === "lock" || screen === "trouble"
    readonly property Page page: loader.item as Page
    property string loaded: ""
    property bool turning: false // from one page to another: the one that goes is not given the face of the other

    signal go(string path)
    signal act(string path, var form)
    signal pick(string worker)
    signal pin(string digits)
    signal hand

    function show(screen: string, face: var) {
        stage.turning = screen !== stage.screen;
        stage.face = face;
        stage.screen = screen;
        stage.turning = false;
    }
    // "families-open" is the page FamiliesOpenPage.
    function load() {
        const file = screen.split("-").map(part => part.charAt(0).toUpperCase() + part.slice(1)).join("") + "Page";
        if (loaded !== file) {
            loaded = file;
            loader.setSource(Qt.resolvedUrl(file + ".qml"), {
                "frame": stage.frame,
                "face": stage.face
            });
        }
    }

    focus: true
    onScreenChanged: load()
    Component.onCompleted: load()
    Keys.onPressed: event => {
        stage.hand();
        if (!event.isAutoRepeat && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier)))
            event.accepted = Hotkeys.hit(event.text);
    }
    Keys.onEscapePressed: waiting ? go("call_off") : page?.back()
    onWaitingChanged: (waiting ? ask : loader).forceActiveFocus()

    Tokens {
        frame: ({
                "language": "it",
                "pxPerMm": 3.6
            })
        stageWidth: Math.max(stage.width, stage.height + 1)
        stageHeight: stage.height
    }
    Binding {
        target: Theme
        property: "debounce"
        value: 150 // a mouse does not tremble as a finger does
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    HoverHandler {
        onPointChanged: stage.hand()
    }
    Sidebar {
        id: side
        visible: !stage.locked
        enabled: !stage.waiting
        width: visible ? implicitWidth : 0
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        frame: stage.frame
        onGo: path => stage.go(path)
    }
    Loader {
        id: loader
        focus: true
        enabled: !stage.waiting
        anchors.left: side.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.px(42)
        anchors.rightMargin: Theme.px(42)
        anchors.topMargin: Theme.px(40)
        anchors.bottomMargin: toast.visible ? toast.height + Theme.px(44) : Theme.px(32) // an answer hides nothing
    }
    Toast {
        id: toast
        objectName: "toast"
        enabled: !stage.waiting
        said: stage.said
        words: stage.said ? stage.page?.words(stage.said) || DeskSay.said(stage.said) : ""
        anchors.horizontalCenter: loader.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(28)
        onAct: path => stage.act(path, {})
        onHeard: stage.go("heard")
    }
    AskSheet {
        id: ask
        objectName: "ask"
        visible: stage.waiting
        waits: stage.waits
        anchors.fill: parent
        onEnded: stage.go("call_off")
    }
    Connections {
        target: stage.page
        function onGo(path: string) {
            stage.go(path);
        }
        function onAct(path: string, form: var) {
            stage.act(path, form);
        }
    }
    Connections {
        target: stage.page as LockPage
        function onPick(worker: string) {
            stage.pick(worker);
        }
        function onPin(digits: string) {
            stage.pin(digits);
        }
    }
    Binding {
        target: stage.page
        property: "face"
        value: stage.face
        when: stage.page !== null && !stage.turning
        restoreMode: Binding.RestoreNone
    }
    Binding {
        target: stage.page
        property: "frame"
        value: stage.frame
        when: stage.page !== null
        restoreMode: Binding.RestoreNone
    }
}

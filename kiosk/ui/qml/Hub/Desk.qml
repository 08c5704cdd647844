// The desk's window: shows what the hub says, hands every wish back to it.
import QtQuick
import QtQuick.Window
import Hub.Desk

Window {
    id: window

    required property var hub

    title: "WISH-MI desk"
    width: 1920
    height: 1080
    minimumWidth: 1100
    minimumHeight: 640
    visible: true
    color: "#FFF7EA"

    Component.onCompleted: stage.show(hub.screen, hub.face)

    Connections {
        target: window.hub
        function onChanged() {
            stage.show(window.hub.screen, window.hub.face);
        }
    }
    DeskStage {
        id: stage
        anchors.fill: parent
        frame: window.hub?.frame ?? null
        screen: "lock"
        face: null
        said: window.hub?.said ?? null
        waits: window.hub?.waits ?? null
        onGo: path => window.hub.go(path)
        onAct: (path, form) => window.hub.act({
                "path": path,
                "form": form
            })
        onPick: worker => window.hub.pick(worker)
        onPin: digits => window.hub.pin(digits)
        onHand: window.hub.hand()
    }
}

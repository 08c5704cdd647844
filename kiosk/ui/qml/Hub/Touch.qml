// The touch face's window: shows what the hub says, hands every wish back to it.
import QtQuick
import QtQuick.Window

Window {
    id: window

    required property var hub

    title: "WISH-MI hub"
    width: 1080
    height: 1920
    visible: true
    color: "#FFF7EA"

    Stage {
        anchors.fill: parent
        frame: window.hub?.frame ?? null
        screen: window.hub?.screen ?? "attract"
        face: window.hub?.face ?? null
        outcome: window.hub?.outcome ?? null
        idle: window.hub?.idle ?? null
        onIntent: path => window.hub.go(path)
    }
}

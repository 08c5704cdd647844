// The desk's window: shows what the hub says, hands every wish back to it.
import QtQuick
import QtQuick.Window

Window {
    id: window

    required property var hub

    title: "WISH-MI desk"
    width: 1920
    height: 1080
    visible: true
    color: "#FFF7EA"
}

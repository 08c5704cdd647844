// One place: full when it is taken, with a core when it is offered, a green frame when it is free here, pale elsewhere.
import QtQuick
import Hub.Style

Rectangle {
    id: seat

    property string kind: "elsewhere" // taken, offered, here, elsewhere
    property bool dim: false

    implicitWidth: Theme.px(20)
    implicitHeight: Theme.px(20)
    radius: Math.min(width, height) * 0.28
    color: kind === "taken" ? dim ? Theme.edge : "#4E86F0" : kind === "offered" ? "#DFE8FF" : kind === "here" ? "#E6F5E9" : "#EFE6D6"
    border.width: kind === "offered" || kind === "here" ? Math.min(Math.max(1, Theme.px(2.5)), width / 3) : 0
    border.color: kind === "offered" ? "#2356BF" : "#1B7A45"

    Rectangle {
        visible: seat.kind === "offered" && seat.width > Theme.px(9)
        anchors.centerIn: parent
        width: Math.min(parent.width, parent.height) * 0.34
        height: width
        radius: width / 2
        color: "#2356BF"
    }
}

// The floor of a cold start.
import QtQuick
import QtQuick.Window

Window {
    width: 1080
    height: 1920
    visible: true

    Rectangle {
        anchors.fill: parent
        color: "#FFF7EA"

        Text {
            anchors.centerIn: parent
            font.pixelSize: 96
            text: "Ciao!"
        }
    }
}

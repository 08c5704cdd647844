// The floor of an answer's frame: another ground everywhere, a star, a text, a creature.
import QtQuick

Rectangle {
    id: answer

    required property string images
    required property url creature
    property int stage: 0 // 0 idle, 1 reading, 2 welcomed

    width: 1080
    height: 1920
    color: ["#FFF7EA", "#FFF7EB", "#E3F3E4"][stage]

    Image {
        visible: answer.stage === 1
        source: answer.images + "reading.svg"
        sourceSize: Qt.size(778, 778)
        x: 151
        y: 200
    }
    Image {
        visible: answer.stage === 2
        source: answer.images + "star-done.svg"
        sourceSize: Qt.size(778, 778)
        x: 151
        y: 200
    }
    Text {
        visible: answer.stage > 0
        text: answer.stage === 1 ? "Leggo…" : "Ciao Amina!"
        font.pixelSize: 96
        font.bold: true
        anchors.horizontalCenter: parent.horizontalCenter
        y: 1020
    }
    Image {
        visible: answer.stage === 2
        source: answer.creature
        sourceSize: Qt.size(230, 230)
        x: 425
        y: 1200
    }
}

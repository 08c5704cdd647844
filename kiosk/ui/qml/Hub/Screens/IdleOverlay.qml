// The question before a sitting ends by itself: one big answer, and nothing personal left to see.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Rectangle {
    id: overlay

    property int secondsLeft: 0
    signal intent(string path)

    color: Theme.paper

    Scroller {
        id: scroller
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.mm(3)
        anchors.topMargin: Theme.px(24)

        Message {
            picture: "idle"
            title: qsTr("Ci sei ancora?")
            words: qsTr("Chiudo tra %n secondi.", "", overlay.secondsLeft)
            room: scroller.height - Theme.px(60)
            Layout.fillWidth: true
        }
    }
    BigButton {
        id: buttons
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.wide ? overlay.width * 0.16 : Theme.margin
        anchors.rightMargin: anchors.leftMargin
        anchors.bottomMargin: Theme.px(Theme.wide ? 30 : 64)
        objectName: "still-here"
        label: qsTr("Sono ancora qui")
        tone: "sun"
        picture: "icon-still"
        size: Theme.large ? 46 : 56
        align: Qt.AlignHCenter
        least: Math.max(Theme.childTarget, Theme.px(180))
        onTapped: overlay.intent("still-here")
    }
}

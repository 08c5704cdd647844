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

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
    }
    Scroller {
        id: scroller
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: buttons.top
        anchors.topMargin: Theme.px(24)

        Message {
            picture: "idle"
            title: qsTr("Ci sei ancora?")
            words: qsTr("Chiudo tra %n secondi.", "", overlay.secondsLeft)
            room: scroller.height - Theme.px(60)
            Layout.fillWidth: true
        }
    }
    GridLayout {
        id: buttons
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.wide ? overlay.width * 0.16 : Theme.margin
        anchors.rightMargin: anchors.leftMargin
        anchors.bottomMargin: Theme.px(Theme.wide ? 30 : 64)
        columns: Theme.large && !Theme.wide ? 1 : 2
        columnSpacing: Theme.gap * 1.4
        rowSpacing: Theme.gap * 1.4

        BigButton {
            objectName: "idle-finished"
            label: qsTr("Ho finito")
            least: Theme.childTarget
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.px(320)
            onTapped: overlay.intent("finished")
        }
        BigButton {
            objectName: "still-here"
            label: qsTr("Sono ancora qui")
            tone: "sun"
            picture: "icon-still"
            size: 56
            least: Math.max(Theme.childTarget, Theme.px(168))
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.px(620)
            onTapped: overlay.intent("still-here")
        }
    }
}

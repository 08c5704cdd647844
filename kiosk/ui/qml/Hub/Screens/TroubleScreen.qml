// Something is wrong with this machine: a calm screen, the same words whatever the cause.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    Scroller {
        id: scroller
        anchors.fill: parent

        Message {
            picture: "signpost"
            title: qsTr("Adesso non riesco.")
            words: qsTr("Chiedi al banco.")
            room: scroller.height - Theme.px(60)
            Layout.fillWidth: true
        }
    }
}

// "Show your card to the reader": a prompt; the reading itself works from any screen.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.apart

        ScreenHead {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("back")
        }
        Scroller {
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true

            Message {
                picture: "card-reader"
                title: qsTr("Mostra la tessera")
                words: qsTr("Avvicinala al lettore. Ci penso io.")
                room: scroller.height - Theme.px(60)
                Layout.fillWidth: true
            }
        }
    }
}

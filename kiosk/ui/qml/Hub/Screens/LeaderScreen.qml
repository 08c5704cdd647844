// A group: whose card leads it? The reading itself works from any screen.
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
            onBack: screen.intent("count/back")
        }
        Scroller {
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true

            Message {
                picture: "card-reader"
                title: qsTr("Chi guida il gruppo?")
                words: qsTr("Mostra la sua tessera al lettore.")
                room: scroller.height - Theme.px(60)
                Layout.fillWidth: true
            }
        }
    }
}

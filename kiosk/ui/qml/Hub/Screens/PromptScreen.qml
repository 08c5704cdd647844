// "Show your card", for what lies behind it: seen, paid with, or signed up by.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property string then: face?.then ?? "card"

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.apart

        ScreenHead {
            title: screen.then === "pay" ? qsTr("Pagare con il voucher") : screen.then === "join" ? qsTr("Iscriversi") : qsTr("La mia tessera")
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("card/back")
        }
        Scroller {
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true

            Message {
                picture: "card-reader"
                title: qsTr("Mostra la tessera")
                words: qsTr("Poi tocchi le tue tre figure.")
                room: scroller.height - Theme.px(60)
                Layout.fillWidth: true
            }
        }
    }
}

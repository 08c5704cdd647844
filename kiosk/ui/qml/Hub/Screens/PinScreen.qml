// A PIN of four digits, in place of the three pictures.
import QtQuick
import Hub.Components

Screen {
    id: screen

    PadRoom {
        anchors.fill: parent
        title: screen.face?.again ?? false ? qsTr("Proviamo ancora.") : qsTr("Tocca il tuo PIN.")
        entered: screen.face?.entered ?? 0
        whole: screen.face?.whole ?? 4
        onBack: screen.intent("identify/back")
        onSaid: digit => screen.intent("identify/say/" + digit)
        onErased: screen.intent("identify/erase")
    }
}

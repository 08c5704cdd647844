// The first copy of the catalogue: the tram brings the city's activities to this hub.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property int done: face?.done ?? 0
    readonly property int total: face?.total ?? 0
    readonly property bool waiting: face?.waiting ?? false

    Scroller {
        id: scroller
        anchors.fill: parent
        spacing: Theme.px(40)

        Message {
            picture: "hello"
            title: screen.waiting ? qsTr("Il tram aspetta alla fermata.") : qsTr("Il tram porta qui le attività.")
            words: screen.waiting ? qsTr("Riparte da solo. Intanto chiedi al banco.") : qsTr("Tra poco siamo pronti.")
            room: scroller.height - track.height - count.height - Theme.px(160)
            Layout.fillWidth: true
        }
        TramTrack {
            id: track
            share: screen.total > 0 ? screen.done / screen.total : 0
            Layout.fillWidth: true
        }
        Words {
            id: count
            text: screen.total <= 0 ? "" : qsTr("Arrivate %1 su %2").arg(screen.done).arg(screen.total)
            color: Theme.soft
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}

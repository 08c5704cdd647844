// The top of every screen: where we are, and the truth about the network.
import QtQuick
import QtQuick.Layouts
import Hub.Style

RowLayout {
    id: header

    required property var frame
    property bool telling: true // whether a tap on the tram leads anywhere
    readonly property real clear: (height - tram.height) / 2 // free below the tram
    signal intent(string path)

    spacing: Theme.px(32)

    HubBadge {
        lines: header.frame?.hubName ?? []
        Layout.alignment: Qt.AlignVCenter
    }
    Item {
        Layout.fillWidth: true
    }
    TramLine {
        id: tram
        tram: header.frame?.tram
        enabled: header.telling
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        Layout.alignment: Qt.AlignVCenter
        onTapped: header.intent("station")
    }
}

// The top of every screen: where we are, and the truth about the network.
import QtQuick
import QtQuick.Layouts
import Hub.Style

RowLayout {
    id: header

    required property var frame

    spacing: Theme.px(32)

    HubBadge {
        lines: header.frame?.hubName ?? []
        Layout.alignment: Qt.AlignVCenter
    }
    TramLine {
        tram: header.frame?.tram
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter
    }
}

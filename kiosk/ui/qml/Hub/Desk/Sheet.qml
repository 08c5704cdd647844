// A white card of the desk, with room inside.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: sheet

    default property alias content: column.data
    property real room: Theme.px(28)
    property alias spacing: column.spacing
    property color ground: Theme.card

    implicitWidth: column.implicitWidth + 2 * room
    implicitHeight: column.implicitHeight + 2 * room

    Plate {
        anchors.fill: parent
        radius: Theme.px(24)
        color: sheet.ground
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: sheet.room
        spacing: Theme.px(14)
    }
}

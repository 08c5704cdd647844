// How full a turn is: a bar that fills, and the words of it beside the colour.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

ColumnLayout {
    id: full

    property var slot: null // as the calendar's faces have it
    property real size: 19
    property bool dim: false
    readonly property bool known: (slot?.places ?? null) !== null && (slot?.taken ?? null) !== null
    readonly property bool none: known && slot.free === 0

    spacing: Theme.px(6)

    Rectangle {
        visible: full.known
        implicitHeight: Math.max(4, Theme.px(full.size * 0.55))
        radius: height / 2
        color: full.dim ? Theme.line : "#E3E8F4"
        Layout.fillWidth: true

        Rectangle {
            visible: full.known && full.slot.taken > 0
            width: Math.max(parent.height, parent.width * Math.min(1, (full.slot?.taken ?? 0) / Math.max(1, full.slot?.places ?? 1)))
            height: parent.height
            radius: height / 2
            color: full.dim ? Theme.edge : full.none ? Theme.wait : "#4E86F0"
        }
    }
    Words {
        text: CalendarSay.room(full.slot)
        spoken: false
        size: full.size
        font.weight: full.none && !full.dim ? Font.DemiBold : Font.Normal
        color: full.none && !full.dim ? Theme.wait : Theme.soft
        Layout.fillWidth: true
    }
}

// The places of a session, seat by seat: taken, offered, free here, free elsewhere. Above so many seats a seat is a sliver.
pragma ComponentBehavior: Bound
import QtQuick
import Hub.Style

Item {
    id: seats

    property var places: null
    property real side: 26 // of a seat, at most
    property bool dim: false
    readonly property int capacity: places?.capacity ?? 0
    readonly property real gap: capacity > 60 ? 0 : Theme.px(capacity > 30 ? 2 : 4)
    readonly property real wide: Math.min(Theme.px(side), (width - gap * Math.max(0, capacity - 1)) / Math.max(1, capacity))
    readonly property var runs: [["taken", places?.taken ?? 0], ["offered", places?.offered ?? 0], ["here", places?.here ?? 0], ["elsewhere", places?.elsewhere ?? 0]]

    function kind(at: int): string {
        let before = 0;
        for (const [name, count] of runs) {
            before += count;
            if (at < before)
                return name;
        }
        return "elsewhere";
    }

    implicitHeight: Theme.px(side)
    implicitWidth: Theme.px(240)
    Accessible.role: Accessible.Graphic
    Accessible.name: SessionSay.room(places)

    Row {
        spacing: seats.gap
        anchors.verticalCenter: parent.verticalCenter

        Repeater {
            model: seats.capacity

            Seat {
                required property int index
                kind: seats.kind(index)
                dim: seats.dim
                width: seats.wide
                height: Theme.px(seats.side)
            }
        }
    }
}

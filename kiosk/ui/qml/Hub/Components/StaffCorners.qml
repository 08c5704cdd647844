// The way in for who works here and has no card at hand: the tram's corner, then the hub's name. It takes no touch away.
import QtQuick
import Hub.Style

Item {
    id: corners

    readonly property real side: Theme.mm(20)
    signal pressed(string which)

    // "" anywhere else.
    function at(place: point): string {
        if (place.y > side)
            return "";
        const fromStart = Theme.rightToLeft ? width - place.x : place.x;
        return fromStart <= side ? "name" : fromStart >= width - side ? "tram" : "";
    }

    PointHandler {
        id: finger
        property string down: ""
        target: null
        onActiveChanged: {
            if (active) {
                down = corners.at(point.position);
            } else if (down !== "") {
                corners.pressed(down);
                down = "";
            }
        }
    }
}

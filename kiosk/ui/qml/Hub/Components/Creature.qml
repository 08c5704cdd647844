// A person's creature, a grown-up's where nobody says who; a friendly unknown one where none is known.
import QtQuick
import Hub.Style

Picture {
    id: creature

    property string kind: ""
    readonly property var known: ["fox", "cat", "bear", "dino", "fish", "bird", "rabbit", "owl", "adult"]

    name: "creature-" + (known.includes(kind) ? kind : "unknown")
    side: Theme.px(200)
}

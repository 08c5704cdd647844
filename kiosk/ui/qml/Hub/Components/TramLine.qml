// The tram: what it is doing, in words and in a picture. It waits and travels; it never judges.
import QtQuick
import QtQuick.Layouts
import Hub.Style

RowLayout {
    id: line

    required property var tram
    readonly property string state_: tram?.state ?? "at_stop"
    readonly property int aboard: tram?.aboard ?? 0

    spacing: Theme.px(20)

    Words {
        text: Theme.textStep === 2 || Theme.reach ? Say.tramShort(line.state_, line.aboard) : Say.tram(line.state_, line.aboard)
        size: 29
        color: Theme.soft
        horizontalAlignment: Text.AlignRight
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter
    }
    Picture {
        name: line.state_ === "travelling" ? "tram-travelling" : "tram-at-stop"
        directional: true
        side: Theme.px(156)
        ratio: 180 / 390
        Layout.alignment: Qt.AlignVCenter
    }
}

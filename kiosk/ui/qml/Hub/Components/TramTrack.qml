// How far the tram has come on its line: a long piece of work, without a number to wait for.
import QtQuick
import Hub.Style

Item {
    id: track

    property real share: 0 // 0..1
    property bool waiting: false
    readonly property real travel: (width - tram.width) * Math.max(0, Math.min(1, share))

    implicitHeight: Theme.px(180)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Fatto: %1 %").arg(Math.round(share * 100))

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.px(18)
        radius: height / 2
        color: Theme.highContrast ? "#C9CCD9" : Theme.line
    }
    Rectangle {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: track.travel + tram.width / 2
        height: Theme.px(18)
        radius: height / 2
        color: Theme.done
    }
    Picture {
        id: tram
        name: "tram"
        directional: true
        side: Theme.px(300)
        ratio: 0.5
        x: Theme.rightToLeft ? track.width - width - track.travel : track.travel
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(16)
    }
}

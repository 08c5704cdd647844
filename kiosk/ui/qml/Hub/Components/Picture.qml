// A drawing of ours, drawn once at the size it is shown; the words beside it say what it means.
import QtQuick
import Hub.Style

Image {
    id: picture

    required property string name
    property real side: Theme.px(96)
    property bool directional: false // arrows and trams point where reading goes

    property real ratio: 1 // height to width

    source: Theme.picture(name)
    width: sourceSize.width
    height: sourceSize.height
    sourceSize: Qt.size(Math.max(1, Math.round(side)), Math.max(1, Math.round(side * ratio)))
    fillMode: Image.PreserveAspectFit
    mirror: directional && Theme.rightToLeft
    Accessible.ignored: true
}

// The middle of a screen: scrolls when it must, and says so with two big buttons for children, who only tap.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: scroller

    default property alias content: column.data
    property real spacing: Math.max(Theme.px(24), Theme.gap)
    property real side: Theme.margin
    property bool centred: false
    readonly property real start: Theme.px(Theme.rightToLeft ? 26 : Theme.wide ? 8 : 12)
    readonly property real end: Theme.px(Theme.wide ? 16 : 24)
    readonly property bool more: column.implicitHeight + start + end > height + 1

    readonly property real free: height - column.implicitHeight - column.y

    function rewind() {
        strip.rewind();
    }

    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.max(1, parent.height - (scroller.more ? strip.height : 0))
        clip: scroller.more
        contentWidth: width
        contentHeight: column.implicitHeight + scroller.start + scroller.end
        boundsBehavior: Flickable.StopAtBounds
        interactive: scroller.more
        onHeightChanged: returnToBounds()
        onContentHeightChanged: returnToBounds()

        ColumnLayout {
            id: column
            x: scroller.side
            y: scroller.centred ? Math.max(scroller.start, (scroller.height - implicitHeight) / 2) : scroller.start
            width: flick.width - 2 * scroller.side
            spacing: scroller.spacing
        }
    }
    ScrollStrip {
        id: strip
        visible: scroller.more
        flick: flick
        side: scroller.side
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: implicitHeight
    }
}

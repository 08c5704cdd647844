// The middle of a page: scrolls with the wheel and by its bar when it must, and follows the focus.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: scrolled

    default property alias content: column.data
    property alias spacing: column.spacing
    readonly property bool more: flick.contentHeight > flick.height + 1

    function clamp() {
        flick.contentY = Math.max(0, Math.min(flick.contentY, flick.contentHeight - flick.height));
    }
    // Bring something of the page into sight.
    function show(item: Item) {
        if (flick.height < 1)
            return;
        const top = item.mapToItem(column, 0, 0).y;
        const room = Theme.px(12);
        if (top - room < flick.contentY)
            flick.contentY = Math.max(0, top - room);
        else if (top + item.height + room > flick.contentY + flick.height)
            flick.contentY = Math.min(Math.max(0, flick.contentHeight - flick.height), top + item.height + room - flick.height);
    }

    Flickable {
        id: flick
        anchors.fill: parent
        anchors.margins: -Theme.px(8)
        clip: true
        contentWidth: width
        contentHeight: column.implicitHeight + Theme.px(24)
        boundsBehavior: Flickable.StopAtBounds
        interactive: scrolled.more
        onHeightChanged: scrolled.clamp()
        onContentHeightChanged: scrolled.clamp()

        ColumnLayout {
            id: column
            x: Theme.px(8)
            y: Theme.px(8)
            width: flick.width - Theme.px(16) - (scrolled.more ? Theme.px(16) : 0)
            spacing: Theme.px(20)
        }
    }
    Rectangle {
        visible: scrolled.more
        anchors.right: parent.right
        width: Theme.px(8)
        radius: width / 2
        y: flick.visibleArea.yPosition * parent.height
        height: Math.max(Theme.px(40), flick.visibleArea.heightRatio * parent.height)
        color: Theme.edge
    }
}

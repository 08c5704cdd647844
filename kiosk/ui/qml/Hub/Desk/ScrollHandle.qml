// Where one is in a long list; it can be dragged.
import QtQuick
import Hub.Style

Rectangle {
    id: handle

    required property Flickable list
    readonly property real part: list.height / Math.max(1, list.contentHeight)
    readonly property real room: list.height - height

    visible: part < 1
    x: list.x + list.width + Theme.px(4)
    y: list.y + (list.contentHeight > list.height ? room * (list.contentY - list.originY) / (list.contentHeight - list.height) : 0)
    width: Theme.px(8)
    height: Math.max(Theme.px(48), list.height * part)
    radius: width / 2
    color: drag.active ? Theme.soft : "#CFC6B4"

    DragHandler {
        id: drag
        yAxis.minimum: handle.list.y
        yAxis.maximum: handle.list.y + handle.room
        xAxis.enabled: false
        target: null
        onActiveTranslationChanged: if (active)
            handle.list.contentY = handle.list.originY + Math.max(0, Math.min(1, start + activeTranslation.y / Math.max(1, handle.room))) * (handle.list.contentHeight - handle.list.height)
        property real start: 0
        onActiveChanged: if (active)
            start = (handle.list.contentY - handle.list.originY) / Math.max(1, handle.list.contentHeight - handle.list.height)
    }
}

// One activity to choose.
import QtQuick
import Hub.Style

Press {
    id: row

    required property var card
    property bool showDay: false
    property bool showPlace: false

    objectName: "activity-" + (card?.id ?? "")
    label: line.label
    least: Theme.childTarget
    implicitHeight: Math.max(least, Theme.px(Theme.wide ? 104 : 116), line.implicitHeight + 2 * Theme.px(11))

    Plate {
        anchors.fill: parent
        radius: row.radius
        color: row.down ? Theme.dimmed : Theme.card
        raised: !row.down
    }
    ActivityLine {
        id: line
        card: row.card
        showDay: row.showDay
        showPlace: row.showPlace
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(36)
        anchors.rightMargin: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
    }
}

// One opening of a day: from when to when, and how full it is.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: card

    property var slot: null
    property string day: "" // ISO date
    property bool current: false
    property bool focused: false
    readonly property bool over: slot?.over ?? false

    label: [DeskSay.longDay(day), CalendarSay.times(slot), CalendarSay.room(slot)].join(", ")
    least: Theme.px(64)
    radius: Theme.px(14)
    implicitHeight: Math.max(least, inside.implicitHeight + 2 * Theme.px(11))
    activeFocusOnTab: false

    Rectangle {
        anchors.fill: parent
        radius: card.radius
        color: card.current ? "#FFF0CF" : card.down ? Theme.line : card.over ? "transparent" : Theme.paper
        border.width: card.current && card.focused ? Theme.px(4) : card.slot?.now ? Theme.px(3) : card.over ? Math.max(1, Theme.px(1.5)) : 0
        border.color: card.current && card.focused ? Theme.focus : card.slot?.now ? Theme.sunEdge : Theme.line
    }
    ColumnLayout {
        id: inside
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(14)
        anchors.rightMargin: Theme.px(14)
        spacing: Theme.px(7)

        Words {
            text: CalendarSay.times(card.slot).replace("–", "–\u200B") // may break there, where letters are large
            spoken: false
            size: 23
            font.weight: Font.Bold
            color: card.over ? Theme.soft : Theme.ink
            Layout.fillWidth: true
        }
        Fullness {
            slot: card.slot
            dim: card.over
            Layout.fillWidth: true
        }
    }
}

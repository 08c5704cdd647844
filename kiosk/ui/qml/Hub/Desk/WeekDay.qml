// One day of the week: its date, what differs on it, its openings one below the other.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: column

    property var day: null
    property int at: -2 // of its openings the one that is chosen; -1 for the day itself, -2 for none of them
    property bool focused: false
    property bool said: true // somebody has said when this hub is open
    readonly property bool here: at > -2
    readonly property var slots: day?.slots ?? []
    readonly property bool shut: slots.length === 0

    signal dayTapped
    signal slotTapped(int index)

    function chosen(): Item {
        return at < 0 ? head : each.itemAt(at);
    }

    implicitHeight: inside.implicitHeight + 2 * Theme.px(10)

    Plate {
        anchors.fill: parent
        radius: Theme.px(22)
        raised: !(column.day?.past ?? false)
        color: column.day?.past ? "#FBF2E2" : Theme.card
        outlineWidth: column.day?.today ? Theme.px(4) : 0
        outline: Theme.sun
    }
    ColumnLayout {
        id: inside
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.px(10)
        spacing: Theme.px(10)

        Press {
            id: head
            label: [DeskSay.longDay(column.day?.id ?? ""), column.shut && column.said ? qsTr("Chiuso") : "", CalendarSay.closure(column.day?.why ?? "")].filter(part => part !== "").join(", ")
            objectName: "day-" + (column.day?.id ?? "")
            radius: Theme.px(14)
            least: Theme.px(96)
            implicitHeight: Math.max(least, names.implicitHeight + 2 * Theme.px(8))
            activeFocusOnTab: false
            Layout.fillWidth: true
            onTapped: column.dayTapped()

            Rectangle {
                anchors.fill: parent
                radius: head.radius
                color: column.at === -1 ? "#FFF0CF" : head.down ? Theme.line : "transparent"
                border.width: column.at === -1 && column.focused ? Theme.px(4) : 0
                border.color: Theme.focus
            }
            ColumnLayout {
                id: names
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: Theme.px(12)
                anchors.rightMargin: Theme.px(12)
                spacing: 0

                Capital {
                    text: column.day?.today ? qsTr("Oggi") : Theme.large ? CalendarSay.weekday(column.day?.id ?? "").slice(0, 3) : CalendarSay.weekday(column.day?.id ?? "")
                    spoken: false
                    size: 18
                    color: column.day?.today ? Theme.wait : Theme.soft
                    Layout.fillWidth: true
                }
                Words {
                    text: CalendarSay.number(column.day?.id ?? "")
                    spoken: false
                    size: 42
                    font.weight: Font.Bold
                    color: column.day?.past ? Theme.soft : Theme.ink
                    Layout.fillWidth: true
                }
            }
        }
        Rectangle {
            visible: column.day?.differs ?? false
            radius: Theme.px(12)
            color: column.shut ? "#FCE9E6" : "#FFEFC9"
            implicitHeight: flag.implicitHeight + 2 * Theme.px(9)
            Layout.fillWidth: true

            Words {
                id: flag
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.px(12)
                text: [column.shut ? qsTr("Chiuso") : qsTr("Orari diversi"), CalendarSay.closure(column.day?.why ?? "")].filter(part => part !== "").join(" · ")
                spoken: false
                size: 19
                font.weight: Font.DemiBold
                color: column.shut ? "#8E2A18" : "#6B4600"
            }
        }
        Words {
            visible: column.shut && !(column.day?.differs ?? false)
            text: column.said ? qsTr("Chiuso") : qsTr("Orari non detti")
            spoken: false
            size: 21
            color: Theme.soft
            Layout.leftMargin: Theme.px(12)
            Layout.fillWidth: true
        }
        Repeater {
            id: each
            model: column.slots.length

            SlotCard {
                required property int index
                objectName: "slot-" + (slot?.id ?? "")
                slot: column.slots[index] ?? null
                day: column.day?.id ?? ""
                current: column.at === index
                focused: column.focused
                Layout.fillWidth: true
                onTapped: column.slotTapped(index)
            }
        }
        Item {
            implicitHeight: Theme.px(2)
        }
    }
}

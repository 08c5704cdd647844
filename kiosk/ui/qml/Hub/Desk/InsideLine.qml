// A line of the list of who is inside: the head of a part, or so many people side by side.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: line

    property var shown: null // part, people
    property int across: 3
    property string title: ""
    readonly property bool head: (shown?.part ?? null) !== null

    implicitHeight: head ? Theme.px(62) : Math.max(Theme.px(84), people.implicitHeight + Theme.px(18))

    RowLayout {
        visible: line.head
        anchors.fill: parent
        spacing: Theme.px(14)

        Words {
            text: line.title
            size: 25
            font.weight: Font.Bold
            color: Theme.soft
            wrapMode: Text.NoWrap
        }
        Words {
            text: String(line.shown?.part?.people ?? 0)
            size: 25
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
        }
        Rectangle {
            implicitHeight: Math.max(1, Theme.px(2))
            color: Theme.line
            Layout.fillWidth: true
        }
    }
    RowLayout {
        id: people
        visible: !line.head
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(24)
        uniformCellSizes: true

        Repeater {
            model: line.across

            RowLayout {
                id: one
                required property int index
                readonly property var row: line.shown?.people[index] ?? null
                spacing: Theme.px(16)
                Layout.fillWidth: true

                Picture {
                    visible: one.row !== null
                    name: DaySay.picture(one.row)
                    side: Theme.px(60)
                }
                ColumnLayout {
                    visible: one.row !== null
                    spacing: Theme.px(4)
                    Layout.fillWidth: true

                    Words {
                        text: one.row ? DaySay.name(one.row) : ""
                        size: 29
                        font.weight: Font.Bold
                        Layout.fillWidth: true
                    }
                    Words {
                        text: one.row ? [one.row.latin, DaySay.people(one.row) > 0 ? DaySay.numbers(one.row) : DaySay.age(one.row), qsTr("dalle %1").arg(one.row.since), one.row.station].filter(part => part !== "").join(" · ") : ""
                        size: 20
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                }
                Picture {
                    visible: one.row !== null
                    name: "state-" + (one.row?.state ?? "present")
                    side: Theme.px(30)
                }
            }
        }
    }
}

// Somebody in a session: creature, name, age, how they stand, and what of it has to be known.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: line

    property var row: null
    property bool current: false
    property bool focused: false
    property string group: "" // its name, above the first of a group
    property int count: 0

    signal chosen
    signal opened

    objectName: "signup-" + (row?.id ?? "")
    implicitHeight: head.height + body.height
    Accessible.role: Accessible.Button
    Accessible.name: [SessionSay.name(row?.person), SessionSay.state(row?.state ?? ""), SessionSay.about(row), SessionSay.whole(row)].filter(part => part !== "").join(", ")

    RowLayout {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(14)
        height: line.group === "" ? 0 : Theme.px(74)
        visible: line.group !== ""
        spacing: Theme.px(12)

        Words {
            text: line.group
            size: 22
            font.weight: Font.Bold
            color: SessionSay.ink(line.row?.state ?? "")
            Layout.topMargin: Theme.px(28)
        }
        Words {
            text: String(line.count)
            size: 22
            font.weight: Font.Bold
            color: Theme.soft
            Layout.topMargin: Theme.px(28)
            Layout.fillWidth: true
        }
    }
    Item {
        id: body
        anchors.top: head.bottom
        width: parent.width
        height: Math.max(Theme.px(68), cells.implicitHeight + Theme.px(18))

        Rectangle {
            anchors.fill: parent
            anchors.topMargin: Theme.px(2)
            anchors.bottomMargin: Theme.px(2)
            radius: Theme.px(16)
            color: line.current ? "#FFF0CF" : hover.hovered ? Theme.paper : "transparent"
            border.width: line.current && line.focused ? Theme.px(4) : 0
            border.color: Theme.focus
        }
        Rectangle {
            visible: !line.current
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: Math.max(1, Theme.px(1))
            color: Theme.line
        }
        HoverHandler {
            id: hover
        }
        MouseArea {
            anchors.fill: parent
            onClicked: line.chosen()
            onDoubleClicked: line.opened()
        }
        RowLayout {
            id: cells
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.px(14)
            anchors.rightMargin: Theme.px(14)
            spacing: Theme.px(18)

            Words {
                text: (line.row?.turn ?? 0) > 0 ? qsTr("%1.").arg(line.row.turn) : ""
                size: 24
                font.weight: Font.Bold
                color: Theme.soft
                wrapMode: Text.NoWrap
                Layout.preferredWidth: Theme.px(30)
            }
            Creature {
                kind: line.row?.person?.creature ?? ""
                side: Theme.px(46)
            }
            ColumnLayout {
                spacing: Theme.px(3)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(300)

                Words {
                    text: SessionSay.name(line.row?.person)
                    size: 24
                    font.weight: Font.Bold
                    Layout.fillWidth: true
                }
                Words {
                    visible: text !== ""
                    text: line.row?.person?.latin ?? ""
                    size: 19
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
            Words {
                text: DaySay.years(line.row?.person)
                size: 22
                color: Theme.soft
                Layout.preferredWidth: Theme.px(110)
                Layout.maximumWidth: Theme.px(110)
            }
            SignupMark {
                state_: line.row?.state ?? ""
                size: 22
                Layout.preferredWidth: Theme.px(200)
                Layout.maximumWidth: Theme.px(200)
            }
            ColumnLayout {
                spacing: Theme.px(4)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(250)

                Words {
                    visible: text !== ""
                    text: SessionSay.about(line.row)
                    size: 21
                    font.weight: line.row?.inside ? Font.DemiBold : Font.Normal
                    color: line.row?.inside ? "#1B7A45" : Theme.soft
                    Layout.fillWidth: true
                }
                Words {
                    visible: text !== ""
                    text: SessionSay.whole(line.row)
                    size: 21
                    font.weight: Font.DemiBold
                    Layout.fillWidth: true
                }
                Words {
                    visible: line.row?.beyond ?? false
                    text: qsTr("oltre i posti")
                    size: 21
                    font.weight: Font.DemiBold
                    color: Theme.wait
                    Layout.fillWidth: true
                }
            }
        }
    }
}

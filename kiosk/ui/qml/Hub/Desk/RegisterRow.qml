// A line of the register: creature, name, age, when they came, how they stand, with whom.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: line

    property var row: null
    property bool current: false
    property bool focused: false
    readonly property bool gone: row?.state === "left"

    signal chosen
    signal opened

    objectName: "line-" + (row?.id ?? "")
    implicitHeight: Math.max(Theme.px(72), cells.implicitHeight + Theme.px(20))
    Accessible.role: Accessible.Button
    Accessible.name: [DaySay.name(row), DaySay.state(row?.state ?? ""), row?.since ?? ""].join(", ")

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

        Picture {
            name: DaySay.picture(line.row)
            side: Theme.px(46)
        }
        ColumnLayout {
            spacing: Theme.px(3)
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.px(290)

            Words {
                text: DaySay.name(line.row)
                size: 24
                font.weight: line.gone ? Font.DemiBold : Font.Bold
                color: line.gone ? Theme.soft : Theme.ink
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: line.row?.latin ?? ""
                size: 19
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
        Words {
            text: line.row?.kind === "person" || line.row?.kind === "guest" ? DaySay.age(line.row) : ""
            size: 22
            color: Theme.soft
            Layout.preferredWidth: Theme.px(122)
            Layout.maximumWidth: Theme.px(122)
        }
        ColumnLayout {
            spacing: Theme.px(3)
            Layout.preferredWidth: Theme.px(104)
            Layout.maximumWidth: Theme.px(104)

            Words {
                text: line.row?.since ?? ""
                size: 22
                wrapMode: Text.NoWrap
            }
            Words {
                visible: text !== ""
                text: line.row?.station ?? ""
                size: 18
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
        StateMark {
            state_: line.row?.state ?? ""
            text: line.gone ? qsTr("%1 %2").arg(DaySay.state("left")).arg(line.row?.until ?? "") : DaySay.state(line.row?.state ?? "")
            size: 22
            Layout.preferredWidth: Theme.px(170)
            Layout.maximumWidth: Theme.px(170)
        }
        Words {
            text: DaySay.people(line.row) > 0 ? DaySay.numbers(line.row) : DaySay.along(line.row)
            size: 22
            color: Theme.soft
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.px(270)
        }
    }
}

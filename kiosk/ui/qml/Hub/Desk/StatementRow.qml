// A line of a statement: one redemption without a name, or one provider with its sums.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: row

    property var line: null
    property var provider: null
    property bool current: false
    property bool focused: false
    readonly property int flags: line ? line.flagged ? 1 : 0 : provider?.flagged ?? 0

    signal chosen
    signal opened

    implicitHeight: Math.max(Theme.px(70), cells.implicitHeight + Theme.px(18))
    Accessible.role: Accessible.Button
    Accessible.name: line ? [DeskSay.moment(line.at), line.receipt, VoucherSay.title(line), VoucherSay.euro(line.cents), VoucherSay.settled(line.settled)].join(", ") : [provider?.name ?? "", VoucherSay.euro(provider?.cents ?? 0), VoucherSay.settled(provider?.settled ?? "")].join(", ")

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: Theme.px(2)
        anchors.bottomMargin: Theme.px(2)
        radius: Theme.px(16)
        color: row.current ? "#FFF0CF" : hover.hovered ? Theme.paper : "transparent"
        border.width: row.current && row.focused ? Theme.px(4) : 0
        border.color: Theme.focus
    }
    Rectangle {
        visible: !row.current
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
        onClicked: row.chosen()
        onDoubleClicked: row.opened()
    }
    RowLayout {
        id: cells
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(16)
        anchors.rightMargin: Theme.px(18)
        spacing: Theme.px(20)

        Words {
            visible: row.line !== null
            text: row.line ? DeskSay.by(row.line.at) : ""
            size: 21
            color: Theme.soft
            Layout.preferredWidth: Theme.px(230)
            Layout.maximumWidth: Theme.px(230)
        }
        Words {
            text: row.line ? VoucherSay.title(row.line) : row.provider?.name ?? ""
            size: 24
            font.weight: Font.Bold
            Layout.fillWidth: true
        }
        Words {
            visible: row.line !== null
            text: row.line?.receipt ?? ""
            size: 20
            font.family: Theme.labels
            color: Theme.soft
            wrapMode: Text.NoWrap
            Layout.preferredWidth: Theme.px(120)
            Layout.maximumWidth: Theme.px(120)
        }
        Item {
            implicitHeight: flag.implicitHeight
            Layout.preferredWidth: Theme.px(230)
            Layout.maximumWidth: Theme.px(230)

            Tally {
                id: flag
                visible: row.flags > 0
                anchors.left: parent.left
                anchors.right: parent.right
                picture: "ask-first"
                ink: Theme.wait
                label: row.line ? qsTr("senza presenza") : qsTr("%1 senza presenza").arg(row.flags)
            }
        }
        Words {
            visible: row.provider !== null
            text: row.provider?.count === 1 ? qsTr("una spesa") : qsTr("%1 spese").arg(row.provider?.count ?? 0)
            size: 21
            color: Theme.soft
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.NoWrap
            Layout.preferredWidth: Theme.px(120)
            Layout.maximumWidth: Theme.px(120)
        }
        SettledMark {
            objectName: "settled"
            state_: (row.line ?? row.provider)?.settled ?? ""
            day: row.line?.on ?? ""
            Layout.preferredWidth: row.line ? Theme.px(320) : Theme.px(180)
            Layout.maximumWidth: row.line ? Theme.px(320) : Theme.px(180)
        }
        Words {
            text: VoucherSay.euro(row.line?.cents ?? row.provider?.cents ?? 0)
            size: 24
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.NoWrap
            Layout.preferredWidth: Theme.px(140)
            Layout.maximumWidth: Theme.px(140)
        }
    }
}

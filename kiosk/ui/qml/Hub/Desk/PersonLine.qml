// Somebody in a list: creature, name in its own script, Latin form, age or role.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: line

    required property var who
    property bool chosen: false
    property string note: "" // in place of the age, where something has to be known first
    default property alias end: end.data

    label: [FamilySay.name(who), who?.latin ?? "", note || FamilySay.about(who)].filter(part => part !== "").join(", ")
    least: Theme.px(68)
    radius: Theme.px(16)
    implicitHeight: Math.max(least, row.implicitHeight + 2 * Theme.px(8))
    activeFocusOnTab: false

    Rectangle {
        anchors.fill: parent
        radius: line.radius
        color: line.down ? Theme.line : line.chosen ? Theme.paper : "transparent"
        border.width: line.chosen ? Theme.px(3) : 0
        border.color: Theme.sun
    }
    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(16)
        anchors.rightMargin: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(20)

        Creature {
            kind: line.who?.creature ?? ""
            side: Theme.px(52)
        }
        Words {
            text: FamilySay.name(line.who)
            spoken: false
            size: 25
            font.weight: Font.Bold
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.px(340)
        }
        Words {
            text: line.who?.latin ?? ""
            spoken: false
            size: 23
            color: Theme.soft
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.px(260)
        }
        Words {
            text: line.note || FamilySay.about(line.who)
            spoken: false
            size: 23
            color: line.note !== "" ? Theme.wait : Theme.ink
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.px(line.note !== "" ? 460 : 220)
        }
        RowLayout {
            id: end
            spacing: Theme.px(12)
        }
    }
}

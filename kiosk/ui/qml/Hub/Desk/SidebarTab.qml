// One room of the desk in the sidebar: its word, its key, how many wait there.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: tab

    required property string section
    property bool here: false
    property int badge: 0
    property string key: ""

    objectName: "tab-" + section
    least: Theme.px(62)
    radius: Theme.px(16)
    implicitHeight: least

    Rectangle {
        anchors.fill: parent
        radius: tab.radius
        color: tab.here ? Theme.card : tab.down ? "#39406A" : "transparent"
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.px(22)
        anchors.rightMargin: Theme.px(12)
        spacing: Theme.px(10)

        Words {
            text: tab.label
            spoken: false
            size: 23
            font.weight: tab.here ? Font.Bold : Font.DemiBold
            color: tab.here ? Theme.ink : "#E6E8F2"
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        Rectangle {
            visible: tab.badge > 0
            implicitWidth: Math.max(implicitHeight, number.implicitWidth + Theme.px(18))
            implicitHeight: Theme.px(36)
            radius: height / 2
            color: Theme.sun

            Words {
                id: number
                anchors.centerIn: parent
                text: tab.badge > 99 ? "99+" : String(tab.badge)
                spoken: false
                size: 20
                font.weight: Font.Bold
                color: "#1E2440"
                wrapMode: Text.NoWrap
            }
        }
    }
}

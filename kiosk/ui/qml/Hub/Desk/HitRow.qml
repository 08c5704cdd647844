// Somebody who was found, or another way to come in: one line of a list that is walked with the arrows.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: hit

    property var person: null // as ChoiceTile takes it; null where it is no person
    property string picture: ""
    property string title: ""
    property string about: ""
    property string note: "" // what has to be known first
    property bool current: false
    property bool narrow: false

    label: [title || person?.name || "", about, note].filter(part => part !== "").join(", ")
    least: Theme.px(76)
    radius: Theme.px(16)
    implicitHeight: Math.max(least, row.implicitHeight + 2 * Theme.px(10))
    activeFocusOnTab: false

    Rectangle {
        anchors.fill: parent
        radius: hit.radius
        color: hit.current ? "#FFF0CF" : hit.down ? Theme.line : "transparent"
    }
    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(18)
        anchors.rightMargin: Theme.px(20)
        spacing: Theme.px(20)

        Picture {
            name: hit.picture || "creature-" + (hit.person?.creature || "unknown")
            side: Theme.px(52)
        }
        ColumnLayout {
            spacing: Theme.px(4)
            Layout.fillWidth: true

            Words {
                text: hit.title || (hit.person?.name ?? "")
                spoken: false
                size: 26
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: hit.person?.latin ?? ""
                spoken: false
                size: 20
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
        Words {
            text: hit.about
            spoken: false
            size: 22
            color: Theme.soft
            Layout.preferredWidth: Theme.px(hit.narrow ? 280 : 440)
            Layout.maximumWidth: Theme.px(hit.narrow ? 280 : 440)
        }
        Words {
            text: hit.note
            spoken: false
            size: 21
            font.weight: Font.DemiBold
            color: "#1B7A45"
            visible: !hit.narrow
            Layout.preferredWidth: Theme.px(100)
            Layout.maximumWidth: Theme.px(100)
        }
        Item {
            implicitWidth: Theme.px(90)
            implicitHeight: Theme.px(30)

            KeyHint {
                anchors.right: parent.right
                key: hit.current ? qsTr("Invio") : ""
            }
        }
    }
}

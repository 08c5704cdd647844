// A person to choose: creature, name, what they are here; the key that chooses them is in it.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Press {
    id: tile

    property var person: null // id, name, latin, given, creature, years, band
    property string about: "" // below the name
    property string mark: "" // a state's shape beside it, "" for none
    property color markInk: Theme.soft
    property string key: ""
    property bool chosen: false
    property bool blocked: false

    signal main

    function hit() {
        forceActiveFocus();
        tapped();
    }

    label: [person?.name || qsTr("Senza nome"), about].join(", ")
    least: Theme.px(96)
    radius: Theme.px(20)
    implicitHeight: Math.max(least, inside.implicitHeight + 2 * Theme.px(14))
    implicitWidth: Theme.px(360)
    Accessible.checkable: true
    Accessible.checked: chosen
    Keys.onReturnPressed: tile.main()
    Keys.onEnterPressed: tile.main()

    Component.onCompleted: Hotkeys.add(tile)
    Component.onDestruction: Hotkeys.remove(tile)

    Plate {
        anchors.fill: parent
        radius: tile.radius
        raised: !tile.chosen && tile.enabled && !tile.blocked
        color: tile.blocked ? "#FCE9E6" : !tile.enabled ? Theme.dimmed : tile.chosen ? "#FFF0CF" : tile.down ? Theme.line : Theme.card
        outlineWidth: tile.chosen ? Theme.px(5) : tile.blocked ? Theme.px(3) : Math.max(1, Theme.px(1.5))
        outline: tile.blocked ? "#B4342A" : tile.chosen ? Theme.ink : Theme.line
    }
    RowLayout {
        id: inside
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(18)
        anchors.rightMargin: Theme.px(16)
        spacing: Theme.px(16)

        Creature {
            kind: tile.person?.creature ?? ""
            side: Theme.px(64)
        }
        ColumnLayout {
            spacing: Theme.px(7)
            Layout.fillWidth: true

            Words {
                text: tile.person?.name || qsTr("Senza nome")
                spoken: false
                size: 25
                font.weight: Font.Bold
                color: tile.blocked ? "#8E2A18" : Theme.ink
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: tile.person?.latin ?? ""
                spoken: false
                size: 19
                color: Theme.soft
                Layout.fillWidth: true
            }
            RowLayout {
                visible: tile.about !== ""
                spacing: Theme.px(8)
                Layout.fillWidth: true

                Picture {
                    visible: tile.mark !== ""
                    name: "state-" + (tile.mark || "expected")
                    side: Theme.px(24)
                }
                Words {
                    text: tile.about
                    spoken: false
                    size: 20
                    font.weight: tile.mark !== "" ? Font.DemiBold : Font.Normal
                    color: tile.markInk
                    Layout.fillWidth: true
                }
            }
        }
        Picture {
            visible: tile.chosen
            name: "icon-tick"
            side: Theme.px(34)
        }
        KeyHint {
            key: tile.key
        }
    }
}

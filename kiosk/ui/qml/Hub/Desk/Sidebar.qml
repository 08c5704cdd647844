// The side of every page: the hub's name, the rooms of the desk, the tram's truth, who is at the desk.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Rectangle {
    id: bar

    property var frame: null
    readonly property var tabs: frame?.tabs ?? []
    readonly property var stands: DeskSay.standing(frame)

    signal go(string path)

    implicitWidth: Theme.px(330)
    color: "#1E2440"

    Repeater {
        model: bar.tabs

        Item {
            id: key
            required property int index
            required property var modelData

            Shortcut {
                enabled: bar.enabled
                sequences: ["Alt+" + (key.index + 1)]
                onActivated: bar.go(key.modelData.section)
            }
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.px(22)
        spacing: Theme.px(6)

        Repeater {
            model: bar.frame?.hubName ?? []

            Capital {
                required property string modelData
                text: modelData
                size: 27
                color: Theme.onDark
                Layout.leftMargin: Theme.px(22)
                Layout.fillWidth: true
            }
        }
        Item {
            implicitHeight: Theme.px(18)
        }
        Repeater {
            model: bar.tabs

            SidebarTab {
                required property int index
                required property var modelData
                section: modelData.section
                label: DeskSay.section(modelData.section)
                badge: modelData.badge
                here: bar.frame?.section === modelData.section
                Layout.fillWidth: true
                onTapped: bar.go(modelData.section)
            }
        }
        Item {
            Layout.fillHeight: true
        }
        Press {
            id: tram
            label: bar.stands.join(" ")
            objectName: "desk-tram"
            least: Theme.px(40)
            radius: Theme.px(16)
            implicitHeight: words.implicitHeight + Theme.px(8)
            Layout.fillWidth: true
            onTapped: bar.go("station")

            ColumnLayout {
                id: words
                width: parent.width
                spacing: Theme.px(6)

                Picture {
                    name: bar.frame?.tram?.state === "travelling" ? "tram-travelling" : bar.frame?.tram?.state === "closed" ? "tram-closed" : "tram-at-stop"
                    side: Theme.px(130)
                    ratio: 180 / 390
                    Layout.leftMargin: Theme.px(8)
                }
                Repeater {
                    model: bar.stands

                    Words {
                        required property int index
                        required property string modelData
                        text: modelData
                        spoken: false
                        size: 19
                        font.weight: index === 0 ? Font.DemiBold : Font.Normal
                        color: "#E6E8F2"
                        Layout.leftMargin: Theme.px(8)
                        Layout.fillWidth: true
                    }
                }
            }
        }
        Rectangle {
            implicitHeight: Math.max(1, Theme.px(1.5))
            color: "#4A5178"
            Layout.fillWidth: true
            Layout.topMargin: Theme.px(14)
            Layout.bottomMargin: Theme.px(8)
        }
        Words {
            text: bar.frame?.worker ?? ""
            size: 23
            font.weight: Font.DemiBold
            color: Theme.onDark
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Layout.leftMargin: Theme.px(8)
            Layout.fillWidth: true
        }
        DeskButton {
            objectName: "lock"
            label: qsTr("Blocca")
            key: "Ctrl L"
            sequence: "Ctrl+L"
            least: Theme.px(50)
            size: 21
            Layout.fillWidth: true
            Layout.topMargin: Theme.px(6)
            onTapped: bar.go("lock")
        }
    }
}

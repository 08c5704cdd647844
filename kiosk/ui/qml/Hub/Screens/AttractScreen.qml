// The idle screen: hello in turning languages, today's programme, the neighbourhood. The first touch only wakes.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var today: face?.today ?? []
    readonly property var greetings: face?.greetings ?? []
    readonly property string tag: greetings.length > 0 ? greetings[turn % greetings.length].tag : Theme.language
    readonly property int shown: Theme.wide ? 3 : 4
    readonly property int first: today.length > shown ? turn * shown % today.length : 0
    property int turn: 0

    Timer {
        interval: Theme.turn
        running: screen.visible && (screen.greetings.length > 1 || screen.today.length > screen.shown)
        repeat: true
        onTriggered: screen.turn += 1
    }
    Press {
        id: wake
        anchors.fill: parent
        objectName: "wake"
        label: Greetings.start(screen.tag)
        radius: 0
        onTapped: screen.intent("wake")
    }
    Picture {
        name: Theme.wide ? "city-wide" : "city"
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        side: screen.width
        ratio: Theme.wide ? 480 / 1920 : 650 / 1080
    }
    GridLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.px(Theme.wide ? 10 : 30)
        anchors.bottomMargin: Math.round(screen.width * (Theme.wide ? 360 / 1920 : 470 / 1080))
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.px(80)
        rowSpacing: Theme.px(40)

        ColumnLayout {
            spacing: Theme.px(30)
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.px(700)
            Layout.alignment: Qt.AlignTop

            Words {
                text: Greetings.hello(screen.tag)
                size: Theme.wide ? 150 : 190
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
            Item {
                implicitWidth: pill.implicitWidth + 2 * Theme.px(50)
                implicitHeight: pill.implicitHeight + 2 * Theme.px(28)
                Layout.alignment: Qt.AlignHCenter

                Plate {
                    anchors.fill: parent
                    radius: height / 2
                    color: wake.down ? Qt.darker(Theme.sun, 1.1) : Theme.sun
                }
                Row {
                    id: pill
                    anchors.centerIn: parent
                    spacing: Theme.px(24)

                    Picture {
                        name: "icon-still"
                        side: Theme.px(84)
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Words {
                        text: Greetings.start(screen.tag)
                        spoken: false
                        size: 52
                        font.weight: Font.Bold
                        wrapMode: Text.NoWrap
                        anchors.verticalCenter: parent.verticalCenter
                    }
                }
            }
        }
        ColumnLayout {
            visible: screen.today.length > 0
            spacing: Theme.px(16)
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.px(960)
            Layout.alignment: Qt.AlignTop

            Heading {
                text: qsTr("Oggi all’hub")
                Layout.fillWidth: true
            }
            Repeater {
                model: screen.today.slice(screen.first, screen.first + (Theme.textStep === 2 ? 2 : screen.shown))

                Plate {
                    id: sheet
                    required property var modelData
                    radius: Theme.radiusButton
                    implicitHeight: line.implicitHeight + 2 * Theme.px(16)
                    Layout.fillWidth: true

                    ActivityLine {
                        id: line
                        card: sheet.modelData
                        spoken: true
                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.leftMargin: Theme.px(36)
                        anchors.rightMargin: Theme.px(36)
                        anchors.verticalCenter: parent.verticalCenter
                    }
                }
            }
        }
    }
}

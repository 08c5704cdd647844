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
    readonly property int mine: Math.max(0, greetings.findIndex(greeting => greeting.tag === Theme.language))
    readonly property string tag: greetings.length > 0 ? greetings[(mine + turn) % greetings.length].tag : Theme.language
    readonly property int shown: Theme.wide ? 3 : 4
    readonly property int first: today.length > shown ? turn * shown % today.length : 0
    readonly property bool broad: Theme.wide || Theme.reach
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

        Picture {
            visible: !(Theme.wide && Theme.reach)
            name: screen.broad ? "city-wide" : "city"
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            side: screen.width
            ratio: screen.broad ? 480 / 1920 : 650 / 1080
        }
        GridLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            anchors.topMargin: Theme.px(Theme.wide ? 10 : 30)
            anchors.bottomMargin: Theme.wide && Theme.reach ? Theme.px(20) : Math.round(screen.width * (Theme.wide ? 360 / 1920 : Theme.reach ? 230 / 1080 : 500 / 1080))
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.px(80)
            rowSpacing: Theme.px(40)

            ColumnLayout {
                spacing: Theme.px(30)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(Theme.large ? 860 : 700)
                Layout.alignment: Qt.AlignTop

                Words {
                    text: Greetings.hello(screen.tag)
                    size: screen.broad ? 130 : 190
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
                            visible: !(Theme.wide && Theme.textStep === 2)
                            name: "icon-still"
                            side: Theme.px(84)
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Words {
                            text: Greetings.start(screen.tag)
                            spoken: false
                            size: Theme.wide && Theme.textStep === 2 ? 32 : 52
                            font.weight: Font.Bold
                            wrapMode: Text.NoWrap
                            anchors.verticalCenter: parent.verticalCenter
                        }
                    }
                }
            }
            Programme {
                cards: screen.today.slice(screen.first, screen.first + screen.shown)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(960)
            }
        }
    }
}

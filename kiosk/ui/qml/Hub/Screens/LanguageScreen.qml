// The languages, each in its own script, one touch each.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    Picture {
        name: Theme.wide ? "city-wide" : "city"
        visible: scroller.free > height
        side: screen.width
        ratio: Theme.wide ? 480 / 1920 : 650 / 1080
        anchors.left: parent.left
        anchors.bottom: parent.bottom
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Math.max(Theme.px(20), Theme.apart)

        ScreenHead {
            title: qsTr("Che lingua parli?")
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("back")
        }
        Scroller {
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                columns: Theme.wide ? 3 : Theme.large ? 1 : 2
                columnSpacing: Theme.gap * 1.4
                rowSpacing: Theme.gap * 1.4
                uniformCellWidths: true
                Layout.fillWidth: true

                Repeater {
                    model: screen.face?.choices ?? []

                    LanguageTile {
                        required property var modelData
                        choice: modelData
                        chosen: modelData.tag === (screen.face?.current ?? "")
                        Layout.fillWidth: true
                        onTapped: screen.intent("language/" + modelData.tag)
                    }
                }
            }
        }
    }
}

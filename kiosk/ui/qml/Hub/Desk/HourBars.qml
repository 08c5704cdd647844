// How many came in each hour of the day; the hour that is now is sun.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

RowLayout {
    id: bars

    property var hours: []
    readonly property int most: hours.reduce((high, bar) => Math.max(high, bar.people), 1)

    spacing: Theme.px(6)

    Repeater {
        model: bars.hours

        ColumnLayout {
            id: bar
            required property var modelData
            spacing: Theme.px(8)
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("alle %1: %2").arg(modelData.hour).arg(modelData.people)

            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                Words {
                    visible: bar.modelData.people > 0
                    anchors.bottom: column.top
                    anchors.bottomMargin: Theme.px(2)
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: String(bar.modelData.people)
                    spoken: false
                    size: 20
                    color: Theme.soft
                    wrapMode: Text.NoWrap
                }
                Rectangle {
                    id: column
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: Math.max(Theme.px(4), (parent.height - Theme.px(26)) * bar.modelData.people / bars.most)
                    radius: Math.min(Theme.px(7), height / 2)
                    color: bar.modelData.people === 0 ? Theme.line : bar.modelData.now ? Theme.sun : "#4E86F0"
                }
            }
            Words {
                text: String(bar.modelData.hour)
                spoken: false
                size: 19
                font.weight: bar.modelData.now ? Font.Bold : Font.Normal
                color: bar.modelData.now ? Theme.ink : Theme.soft
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.NoWrap
                Layout.fillWidth: true
            }
        }
    }
}

// The tram: what it is doing, in words and in a picture; of when the data are, where they are not fresh. A tap tells more.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: line

    required property var tram
    readonly property string state_: tram?.state ?? "at_stop"
    readonly property int aboard: tram?.aboard ?? 0
    readonly property var asOf: tram?.asOf ?? null
    readonly property bool brief: Theme.textStep === 2 || Theme.reach
    readonly property string doing: asOf !== null ? Say.asOf(asOf) : brief ? Say.tramShort(state_, aboard) : Say.tram(state_, aboard)
    readonly property string also: asOf !== null && !brief ? Say.tramShort(state_, aboard) : ""

    objectName: "tram"
    label: Say.joined([doing, also])
    radius: Theme.radiusChip
    implicitWidth: row.implicitWidth
    implicitHeight: Math.max(least, row.implicitHeight)

    Rectangle {
        visible: line.down
        anchors.fill: parent
        anchors.margins: -Theme.px(10)
        radius: line.radius
        color: Theme.line
    }
    RowLayout {
        id: row
        anchors.fill: parent
        spacing: Theme.px(20)

        ColumnLayout {
            spacing: Theme.px(2)
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter

            Words {
                text: line.doing
                spoken: false
                size: 29
                font.weight: line.asOf !== null ? Font.DemiBold : Font.Normal
                color: line.asOf !== null ? Theme.ink : Theme.soft
                horizontalAlignment: Text.AlignRight
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: line.also
                spoken: false
                size: 29
                color: Theme.soft
                horizontalAlignment: Text.AlignRight
                Layout.fillWidth: true
            }
        }
        Picture {
            name: line.state_ === "travelling" ? "tram-travelling" : line.state_ === "closed" ? "tram-closed" : "tram-at-stop"
            directional: true
            side: Theme.px(156)
            ratio: 180 / 390
            Layout.alignment: Qt.AlignVCenter
        }
    }
}

// One date: when, whether there are places, and that one may come.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: row

    required property var session
    readonly property string day: Say.day(session?.day ?? "", session?.dayWord ?? "")
    readonly property string hours: [session?.time ?? "", session?.until ?? ""].filter(t => t !== "").join("–")
    readonly property string open: session?.places ?? ""
    readonly property bool joins: session?.joins ?? true
    readonly property string word: !joins ? qsTr("è già iniziata") : open === "none" ? qsTr("Mettiti in lista") : qsTr("Iscriviti")

    label: Say.joined([day, hours, Say.places(open), word])
    enabled: joins
    least: Theme.childTarget
    implicitHeight: Math.max(least, grid.implicitHeight + 2 * Theme.px(16))

    Plate {
        anchors.fill: parent
        radius: row.radius
        color: row.down || !row.joins ? Theme.dimmed : Theme.card
        raised: row.joins && !row.down
    }
    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(36)
        anchors.rightMargin: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
        columns: Theme.large ? 1 : 2
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(6)

        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Words {
                text: row.day + " " + row.hours
                spoken: !row.joins
                size: 38
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            PlacesWords {
                visible: text !== ""
                places: row.open
                spoken: false
                Layout.fillWidth: true
            }
        }
        Words {
            text: row.word
            spoken: !row.joins
            color: row.joins ? Theme.ink : Theme.soft
            size: 36
            font.weight: Font.Bold
            horizontalAlignment: Theme.large ? Text.AlignLeft : Text.AlignRight
            Layout.fillWidth: Theme.large
            Layout.maximumWidth: Theme.large ? -1 : Theme.px(330)
        }
    }
}

// An amount as a length: it begins where the one above it ends, so that they add up before anyone reads a number.
import QtQuick
import QtQuick.Layouts
import Hub.Style

ColumnLayout {
    id: row

    required property string sentence
    property var amounts: []
    property var italianAmounts: amounts
    required property int cents
    required property int whole // what the full length stands for, in cents
    property int begins: 0
    property color tone: Theme.ink
    property bool tight: false
    property bool striped: false // beside the colour, a shape: what the family pays
    readonly property real share: whole > 0 ? cents / whole : 0

    spacing: Theme.px(tight ? 8 : 14)
    Layout.fillWidth: true

    GridLayout {
        columns: 2
        columnSpacing: Theme.px(24)
        Layout.fillWidth: true

        MoneyWords {
            sentence: row.sentence
            amounts: row.amounts
            italianAmounts: row.italianAmounts
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignBottom
        }
        Words {
            text: Money.euros(row.cents)
            size: 52
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            Layout.alignment: Qt.AlignBottom
        }
    }
    Rectangle {
        id: track
        implicitHeight: Theme.px(row.tight ? 44 : Theme.wide ? 52 : 76)
        radius: height / 2
        color: Theme.highContrast ? Theme.card : Theme.line
        border.width: Theme.highContrast ? Math.max(2, Theme.px(4)) : 0
        border.color: Theme.ink
        Layout.fillWidth: true

        Rectangle {
            readonly property real start: track.width * (row.whole > 0 ? row.begins / row.whole : 0)
            visible: row.cents > 0
            x: Theme.rightToLeft ? track.width - start - width : start
            width: Math.max(height, track.width * row.share)
            height: track.height
            radius: track.radius
            color: row.tone
            border.width: row.striped ? Math.max(2, Theme.px(6)) : 0
            border.color: Theme.sunEdge
        }
    }
}

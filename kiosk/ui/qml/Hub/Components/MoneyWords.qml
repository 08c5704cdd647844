// A sentence about money, with its Italian under it while nobody has read the translation.
import QtQuick
import QtQuick.Layouts
import Hub.Style

ColumnLayout {
    id: both

    required property string sentence // one of Money.sentences
    property var amounts: []
    property var italianAmounts: amounts // where a name among them has another one in Italian
    property real size: 38
    property int weight: Font.DemiBold
    property color tone: Theme.ink
    property color second: Theme.soft
    property int align: Text.AlignLeft
    property bool spoken: true
    readonly property string text: Money.said(sentence, ...amounts)

    spacing: Theme.px(2)

    Words {
        text: both.text
        size: both.size
        spoken: both.spoken
        font.weight: both.weight
        color: both.tone
        horizontalAlignment: both.align
        Layout.fillWidth: true
    }
    Words {
        visible: !Theme.checked
        text: visible ? Money.italian(both.sentence, ...both.italianAmounts) : ""
        size: Math.max(26, both.size * 0.66)
        spoken: both.spoken
        color: both.second
        horizontalAlignment: both.align
        Layout.fillWidth: true
    }
}

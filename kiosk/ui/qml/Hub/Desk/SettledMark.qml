// How far something that was paid has come on its way to the provider: a shape and a word, the same everywhere.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

RowLayout {
    id: mark

    property string state_: ""
    property string day: "" // since when, ISO; "" where nobody said
    property real size: 21
    readonly property string text: day ? qsTr("%1 il %2").arg(VoucherSay.settled(state_)).arg(FamilySay.day(day)) : VoucherSay.settled(state_)

    spacing: Theme.px(9)

    Picture {
        name: "settled-" + (mark.state_ || "waiting")
        side: Theme.px(mark.size * 1.25)
    }
    Words {
        text: mark.text
        size: mark.size
        font.weight: Font.DemiBold
        color: VoucherSay.ink(mark.state_)
        Layout.fillWidth: true
    }
}

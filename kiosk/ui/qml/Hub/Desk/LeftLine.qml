// What is left, in one line: the words and the amount, which is read first.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

RowLayout {
    id: line

    required property string words
    required property int cents

    spacing: Theme.px(20)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(words).arg(VoucherSay.euro(cents))

    Words {
        text: line.words
        spoken: false
        size: 24
        Layout.fillWidth: true
    }
    Words {
        text: VoucherSay.euro(line.cents)
        spoken: false
        size: 28
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
    }
}

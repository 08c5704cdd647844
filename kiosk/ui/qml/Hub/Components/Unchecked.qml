// That nobody has read this translation yet: the Italian beside it is what holds.
import QtQuick
import QtQuick.Layouts
import Hub.Style

RowLayout {
    visible: !Theme.checked
    spacing: Theme.px(18)

    Picture {
        name: "icon-language"
        side: Theme.px(48)
        Layout.alignment: Qt.AlignVCenter
    }
    Words {
        text: qsTr("Traduzione non ancora controllata: vale l’italiano.")
        size: 30
        color: Theme.soft
        Layout.fillWidth: true
    }
}

// One thing to know about an activity: a picture, what it is about, and the answer.
import QtQuick
import QtQuick.Layouts
import Hub.Style

RowLayout {
    id: fact

    required property string picture
    required property string about
    property string words: ""
    property string more: ""
    property color tone: Theme.ink
    property bool calm: false // larger, with more air

    visible: words !== ""
    spacing: Theme.px(28)

    Picture {
        name: fact.picture
        side: Theme.px(fact.calm ? 88 : 72)
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Theme.px(6)
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        Words {
            text: fact.about
            size: fact.calm ? 31 : 29
            color: Theme.soft
            Layout.fillWidth: true
        }
        Words {
            text: fact.words
            size: fact.calm ? 42 : 38
            font.weight: Font.DemiBold
            color: fact.tone
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: fact.more
            size: 32
            color: Theme.soft
            Layout.fillWidth: true
        }
    }
}

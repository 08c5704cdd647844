// A place where nothing is yet: a drawing, a word, what to do.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: quiet

    property string picture: "empty"
    property string words: ""
    property string more: ""

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        anchors.centerIn: parent
        width: Math.min(parent.width, Theme.px(620))
        spacing: Theme.px(14)

        Picture {
            name: quiet.picture
            side: Theme.px(150)
            Layout.alignment: Qt.AlignHCenter
        }
        Words {
            visible: text !== ""
            text: quiet.words
            size: 30
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: quiet.more
            size: 24
            color: Theme.soft
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}

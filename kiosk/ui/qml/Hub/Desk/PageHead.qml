// The head of a page: its name, one line about it, and what can be done, at the end of the line.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

RowLayout {
    id: head

    property string title: ""
    property string about: ""
    default property alias actions: buttons.data

    spacing: Theme.px(24)

    ColumnLayout {
        spacing: Theme.px(6)
        Layout.fillWidth: true

        Heading {
            text: head.title
            size: 44
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: head.about
            size: 23
            color: Theme.soft
            Layout.fillWidth: true
        }
    }
    RowLayout {
        id: buttons
        spacing: Theme.px(14)
        Layout.alignment: Qt.AlignTop
    }
}

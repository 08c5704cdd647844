// The way back, always the same size at the same place, and the name of the screen.
import QtQuick
import QtQuick.Layouts
import Hub.Style

GridLayout {
    id: head

    property string title: ""
    property bool discreet: false
    signal back

    Layout.topMargin: Theme.px(10)
    columns: Theme.large && !Theme.wide ? 1 : 2
    columnSpacing: Theme.px(36)
    rowSpacing: Theme.px(8)

    BigButton {
        objectName: "back"
        label: qsTr("Indietro")
        picture: "icon-back"
        directional: true
        size: Theme.body
        Layout.alignment: Qt.AlignTop
        onTapped: head.back()
    }
    Heading {
        visible: text !== ""
        text: head.title
        size: head.discreet ? Theme.body : 60
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter
    }
}

// The bar at the bottom of every screen: the same buttons in the same order, from the side reading starts.
// Read aloud, sound and help join it in the order of SCREENS.md when they exist.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Rectangle {
    id: bar

    signal intent(string path)

    implicitHeight: grid.implicitHeight + 2 * Theme.px(12)
    color: Theme.card

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.max(2, Theme.px(3))
        color: Theme.line
    }
    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(20)
        anchors.rightMargin: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter
        columns: Theme.textStep === 2 && !Theme.wide ? 3 : 5
        columnSpacing: Theme.mm(3)
        rowSpacing: Theme.mm(3)
        uniformCellWidths: true

        BarButton {
            objectName: "bar-language"
            label: qsTr("Lingua")
            picture: "icon-language"
            Layout.fillWidth: true
            onTapped: bar.intent("language")
        }
        BarButton {
            objectName: "bar-text"
            label: qsTr("Grande")
            picture: "icon-text"
            on: Theme.textStep > 0
            Layout.fillWidth: true
            onTapped: bar.intent("text")
        }
        BarButton {
            objectName: "bar-contrast"
            label: qsTr("Contrasto")
            picture: "icon-contrast"
            on: Theme.highContrast
            Accessible.checkable: true
            Accessible.checked: on
            Layout.fillWidth: true
            onTapped: bar.intent("contrast")
        }
        BarButton {
            objectName: "bar-reach"
            label: Theme.reach ? qsTr("In alto") : qsTr("In basso")
            picture: Theme.reach ? "icon-reach-off" : "icon-reach"
            on: Theme.reach
            Accessible.checkable: true
            Accessible.checked: on
            Layout.fillWidth: true
            onTapped: bar.intent("reach")
        }
        BarButton {
            objectName: "bar-finished"
            label: qsTr("Ho finito")
            picture: "icon-finished"
            directional: true
            Layout.fillWidth: true
            onTapped: bar.intent("finished")
        }
    }
}

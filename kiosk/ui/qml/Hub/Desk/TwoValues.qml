// Two people wrote different things in one field: both are shown until somebody says which holds.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Rectangle {
    id: two

    property string here: ""
    property var others: []

    signal hereChosen
    signal otherChosen(int at)

    implicitWidth: column.implicitWidth + 2 * Theme.px(14)
    implicitHeight: column.implicitHeight + 2 * Theme.px(10)
    radius: Theme.px(14)
    color: "#FBE3E0"

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.px(10)
        spacing: Theme.px(6)

        Words {
            text: qsTr("Altrove è scritto altro. Quale vale?")
            size: 20
            font.weight: Font.DemiBold
            color: "#B4342A"
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.px(10)
            Layout.fillWidth: true

            DeskButton {
                objectName: "settle-here"
                label: two.here === "" ? qsTr("Vuoto") : two.here
                size: 20
                least: Theme.px(44)
                onTapped: two.hereChosen()
            }
            Repeater {
                model: two.others

                DeskButton {
                    required property int index
                    required property string modelData
                    objectName: "settle-" + index
                    label: modelData === "" ? qsTr("Vuoto") : modelData
                    size: 20
                    least: Theme.px(44)
                    onTapped: two.otherChosen(index)
                }
            }
        }
    }
}

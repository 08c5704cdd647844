// Where an offer is taken that was made elsewhere: the signpost, the hub's name as it stands on its door, and until when.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: sign

    property var desk: [] // the hub's name in its lines
    property string until: ""
    readonly property bool upright: Theme.large && !Theme.wide

    implicitHeight: grid.implicitHeight + 2 * Theme.px(Theme.wide ? 22 : 28)

    Plate {
        anchors.fill: parent
        color: Theme.waitGround
    }
    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(40)
        anchors.rightMargin: Theme.px(40)
        anchors.verticalCenter: parent.verticalCenter
        columns: sign.upright ? 1 : 2
        columnSpacing: Theme.px(36)
        rowSpacing: Theme.px(20)

        Picture {
            name: "signpost"
            side: Theme.px(sign.upright ? 200 : Theme.wide ? 240 : 270)
            Layout.alignment: Qt.AlignCenter
        }
        ColumnLayout {
            spacing: Theme.px(22)
            Layout.fillWidth: true

            Words {
                text: sign.until === "" ? qsTr("Dillo al banco.") : qsTr("Dillo al banco entro %1.", "day and time").arg(sign.until)
                size: 46
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            HubBadge {
                visible: (sign.desk ?? []).length > 0
                objectName: "desk"
                lines: sign.desk
                size: 44
                Layout.maximumWidth: grid.width
            }
        }
    }
}

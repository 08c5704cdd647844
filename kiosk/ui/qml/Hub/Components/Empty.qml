// Nothing here today, said kindly, with somewhere else to go.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: empty

    property string title: qsTr("Qui oggi si riposa.")
    property string words: qsTr("Guarda anche le altre attività.")

    implicitHeight: row.implicitHeight + 2 * Theme.px(24)

    Plate {
        anchors.fill: parent
        radius: Theme.radiusTile
        raised: false
        color: Theme.dimmed
    }
    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(36)
        anchors.rightMargin: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(36)

        Picture {
            name: "empty"
            side: Theme.px(Theme.textStep === 2 ? 200 : 280)
        }
        ColumnLayout {
            spacing: Theme.px(8)
            Layout.fillWidth: true

            Words {
                text: empty.title
                size: Theme.heading
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            Words {
                text: empty.words
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
    }
}

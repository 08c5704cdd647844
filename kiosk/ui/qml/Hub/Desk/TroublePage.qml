// Something is wrong with this machine: the desk says so calmly, and what to do meanwhile.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    Sheet {
        anchors.centerIn: parent
        width: Theme.px(860)
        room: Theme.px(56)

        Picture {
            name: "signpost"
            side: Theme.px(240)
            Layout.alignment: Qt.AlignHCenter
        }
        Heading {
            text: qsTr("La stazione riparte da sola.")
            size: 44
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Words {
            text: qsTr("Intanto segna su carta chi arriva e chi va via. Quello che era registrato è al sicuro.")
            size: 26
            color: Theme.soft
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}

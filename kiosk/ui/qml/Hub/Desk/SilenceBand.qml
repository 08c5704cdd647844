// The list may not be everybody: which stations were not heard, and since when. Nobody overlooks it.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: band

    property var missing: [] // name, at
    property bool copied: true
    readonly property string words: {
        const each = missing.map(one => one.at ? qsTr("%1, sentita l’ultima volta %2").arg(one.name).arg(DeskSay.moment(one.at)) : qsTr("%1, mai sentita").arg(one.name));
        return [...(copied ? [] : [qsTr("la prima copia è ancora in arrivo")]), ...each].join(" · ");
    }

    visible: missing.length > 0 || !copied
    implicitHeight: row.implicitHeight + 2 * Theme.px(20)

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(20)
        color: "#B4342A"
    }
    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.px(24)
        anchors.rightMargin: Theme.px(24)
        spacing: Theme.px(22)

        Picture {
            name: "ask-first"
            side: Theme.px(64)
        }
        ColumnLayout {
            spacing: Theme.px(8)
            Layout.fillWidth: true

            Words {
                objectName: "may-be-incomplete"
                text: qsTr("L’elenco può non essere completo. Conta di persona anche lì.")
                size: 28
                font.weight: Font.Bold
                color: Theme.onDark
                Layout.fillWidth: true
                Accessible.role: Accessible.AlertMessage
            }
            Words {
                text: band.words
                size: 23
                color: Theme.onDark
                Layout.fillWidth: true
            }
        }
    }
}

// Central is asked for what this station may not give by itself: a few seconds, over the page, and they can be ended.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

FocusScope {
    id: ask

    property var waits: null
    readonly property int cents: waits?.cents ?? 0
    readonly property var person: waits?.person ?? null

    signal ended

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
        opacity: 0.86
    }
    Sheet {
        anchors.centerIn: parent
        width: Math.min(ask.width - 2 * Theme.px(60), Theme.px(760))
        room: Theme.px(44)
        spacing: Theme.px(18)

        Picture {
            name: "hello"
            side: Theme.px(220)
            Layout.alignment: Qt.AlignHCenter
        }
        Heading {
            text: qsTr("Chiedo alla città…")
            size: 44
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Accessible.role: Accessible.AlertMessage
        }
        RowLayout {
            spacing: Theme.px(18)
            Layout.alignment: Qt.AlignHCenter

            Creature {
                kind: ask.person?.creature ?? ""
                side: Theme.px(64)
            }
            Words {
                text: qsTr("%1 per %2").arg(ask.cents > 0 ? VoucherSay.euro(ask.cents) : qsTr("Un posto")).arg(VoucherSay.read(ask.person))
                size: 30
                font.weight: Font.Bold
                Layout.maximumWidth: Theme.px(560)
            }
        }
        Words {
            text: ask.cents > 0 ? qsTr("Da sola questa stazione non può dare così tanto. Aspetta un momento.") : qsTr("Questa stazione non ha un posto da dare. Aspetta un momento.")
            size: 24
            color: Theme.soft
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        DeskButton {
            objectName: "ask-end"
            enabled: !(ask.waits?.ends ?? false)
            label: qsTr("Non aspettare")
            tone: "paper"
            key: "Esc"
            Layout.alignment: Qt.AlignHCenter
            onTapped: ask.ended()
        }
    }
}

// Nobody is at the desk: a card enters, a colleague of the day by PIN alone. Nothing of any family is here.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string asking: face?.asking ?? ""
    readonly property string bar: face?.bar ?? ""
    readonly property int wait: face?.waitSeconds ?? 0
    readonly property var colleagues: face?.colleagues ?? []

    signal pick(string worker)
    signal pin(string digits)

    function back() {
        if (asking !== "")
            page.pick("");
    }

    Sheet {
        anchors.centerIn: parent
        width: Theme.px(page.colleagues.length > 0 && page.asking === "" ? 1180 : 780)
        room: Theme.px(56)
        spacing: Theme.px(20)

        Repeater {
            model: page.frame?.hubName ?? []

            Capital {
                required property string modelData
                text: modelData
                size: 25
                Layout.fillWidth: true
            }
        }
        Heading {
            text: page.asking === "" ? qsTr("Chi è al banco?") : qsTr("Ciao %1").arg(page.asking)
            size: 52
            Layout.fillWidth: true
        }
        Words {
            objectName: "bar"
            visible: text !== ""
            text: page.wait > 0 ? qsTr("Aspetta %1 secondi e riprova.").arg(page.wait) : ({
                        "card": qsTr("Con questa tessera non si entra."),
                        "wrong_pin": qsTr("Il PIN non è questo. Riprova."),
                        "card_first": qsTr("Oggi entra prima con la tessera."),
                        "not_now": qsTr("Adesso la stazione non risponde.")
                    })[page.bar] ?? ""
            size: 25
            font.weight: Font.DemiBold
            color: "#B4342A"
            Layout.fillWidth: true
        }
        RowLayout {
            visible: page.asking === ""
            spacing: Theme.px(56)
            Layout.fillWidth: true

            ColumnLayout {
                spacing: Theme.px(20)
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.px(480)

                Picture {
                    name: "card-reader"
                    side: Theme.px(220)
                    Layout.alignment: Qt.AlignHCenter
                }
                Words {
                    text: qsTr("Passa la tessera da operatore, poi scrivi il PIN.")
                    size: 27
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                visible: page.colleagues.length > 0
                spacing: Theme.px(14)
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.px(480)

                Capital {
                    text: qsTr("Già entrati oggi")
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.colleagues

                    DeskButton {
                        required property int index
                        required property var modelData
                        objectName: "colleague-" + index
                        tone: "paper"
                        label: modelData.name
                        focus: index === 0
                        key: index < 9 ? String(index + 1) : ""
                        Layout.fillWidth: true
                        onTapped: page.pick(modelData.id)
                    }
                }
            }
        }
        PinPad {
            objectName: "pin"
            visible: page.asking !== ""
            enabled: visible && page.wait === 0
            focus: visible
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.px(10)
            onVisibleChanged: if (visible)
                forceActiveFocus()
            onEnabledChanged: if (enabled)
                forceActiveFocus()
            onEntered: digits => page.pin(digits)
        }
        DeskButton {
            visible: page.asking !== ""
            objectName: "not-me"
            label: qsTr("Non sono io")
            key: "Esc"
            tone: "flat"
            Layout.alignment: Qt.AlignHCenter
            onTapped: page.back()
        }
    }
}

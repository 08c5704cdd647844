// The consents about somebody: those that stand, those that were withdrawn; a new one, by whoever may give it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Sheet {
    id: sheet

    property var consents: []
    property var givers: []
    property string text: ""
    property string giver: givers[0]?.id ?? ""
    property string language: "it"
    property string leaving: "" // the consent that is about to be withdrawn

    signal given(string giver, string how, string language)
    signal withdrawn(string id)

    room: Theme.px(24)
    spacing: Theme.px(10)
    onConsentsChanged: leaving = ""

    Capital {
        text: qsTr("Consenso")
        Layout.fillWidth: true
    }
    Words {
        visible: sheet.consents.length === 0
        text: qsTr("Ancora nessuno.")
        size: 22
        color: Theme.wait
        Layout.fillWidth: true
    }
    Repeater {
        model: sheet.consents

        ColumnLayout {
            id: one
            required property var modelData
            spacing: Theme.px(6)
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.px(12)
                Layout.fillWidth: true

                Mark {
                    kind: one.modelData.withdrawn === "" ? "tick" : "none"
                    ink: Theme.done
                }
                Words {
                    text: qsTr("testo %1, %2").arg(one.modelData.text).arg(FamilySay.consent(one.modelData))
                    size: 21
                    color: one.modelData.withdrawn === "" ? Theme.ink : Theme.soft
                    Layout.fillWidth: true
                }
                DeskButton {
                    visible: one.modelData.withdrawn === "" && sheet.leaving !== one.modelData.id
                    objectName: "withdraw"
                    label: qsTr("Ritira")
                    tone: "paper"
                    size: 20
                    least: Theme.px(44)
                    onTapped: sheet.leaving = one.modelData.id
                }
            }
            RowLayout {
                visible: sheet.leaving === one.modelData.id
                spacing: Theme.px(12)
                Layout.fillWidth: true

                Words {
                    text: qsTr("Da oggi non vale più, e non si annulla: chi ci ripensa ne dà uno nuovo.")
                    size: 21
                    color: "#B4342A"
                    Layout.fillWidth: true
                }
                DeskButton {
                    objectName: "withdraw-sure"
                    label: qsTr("Ritira da oggi")
                    tone: "ask"
                    size: 20
                    least: Theme.px(44)
                    onTapped: sheet.withdrawn(one.modelData.id)
                }
            }
        }
    }
    GridLayout {
        visible: sheet.givers.length > 0
        columns: 2
        columnSpacing: Theme.px(12)
        rowSpacing: Theme.px(10)
        uniformCellWidths: true
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(6)

        Turn {
            objectName: "consent-giver"
            label: qsTr("Chi lo dà")
            value: sheet.giver
            options: sheet.givers.map(one => ({
                        "value": one.id,
                        "words": qsTr("da %1").arg(one.name)
                    }))
            Layout.fillWidth: true
            onChosen: value => sheet.giver = value
        }
        Turn {
            objectName: "consent-language"
            label: qsTr("Mostrato in")
            value: sheet.language
            options: FamilySay.languages.map(tag => ({
                        "value": tag,
                        "words": qsTr("in %1").arg(FamilySay.language(tag))
                    }))
            Layout.fillWidth: true
            onChosen: value => sheet.language = value
        }
        DeskButton {
            objectName: "consent-paper"
            label: qsTr("Firmato su carta")
            tone: "paper"
            size: 20
            Layout.fillWidth: true
            onTapped: sheet.given(sheet.giver, "paper", sheet.language)
        }
        DeskButton {
            objectName: "consent-screen"
            label: qsTr("Dato sullo schermo")
            tone: "paper"
            size: 20
            Layout.fillWidth: true
            onTapped: sheet.given(sheet.giver, "screen", sheet.language)
        }
    }
}

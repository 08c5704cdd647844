// A guest of one day: a name that is deleted by itself, and how old.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    property string band: ""
    readonly property var ages: ["adult", ...(face?.bands ?? []), "child"]

    function words(said: var): string {
        return DaySay.said(said);
    }
    function age(name: string): string {
        return name === "adult" ? qsTr("Adulto") : name === "child" ? qsTr("Minore, età non detta") : DaySay.band(name);
    }
    function confirm() {
        if (field.text.trim() !== "" && band !== "")
            page.act("today/guest", {
                "name": field.text,
                "band": band
            });
        else if (field.text.trim() === "")
            field.resume();
        else
            ages_.itemAt(0).forceActiveFocus();
    }

    Component.onCompleted: {
        field.text = face?.name ?? "";
        field.resume();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Ospite di un giorno")
            about: qsTr("Non si registra: il nome si cancella da solo dopo %1 giorni.").arg(page.face?.days ?? 0)
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna a oggi")
                key: "Esc"
                onTapped: page.back()
            }
        }
        Sheet {
            room: Theme.px(36)
            spacing: Theme.px(22)
            Layout.fillWidth: true

            Field {
                id: field
                objectName: "name"
                label: qsTr("Come si chiama")
                focus: true
                size: 27
                longest: 80
                Layout.fillWidth: true
                onAccepted: page.confirm()
            }
            GridLayout {
                columns: 3
                columnSpacing: Theme.px(16)
                rowSpacing: Theme.px(14)
                uniformCellWidths: true
                Layout.fillWidth: true

                Repeater {
                    id: ages_
                    model: page.ages.length

                    Choice {
                        required property int index
                        readonly property string name: page.ages[index]
                        objectName: "age-" + name
                        label: page.age(name)
                        key: String(index + 1)
                        chosen: page.band === name
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onTapped: page.band = name
                        onMain: page.confirm()
                    }
                }
            }
            DeskButton {
                objectName: "confirm"
                tone: "dark"
                size: 27
                enabled: field.text.trim() !== "" && page.band !== ""
                label: qsTr("Entra")
                key: qsTr("Invio")
                implicitHeight: Theme.px(72)
                Layout.topMargin: Theme.px(12)
                Layout.alignment: Qt.AlignRight
                onTapped: page.confirm()
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

// People nobody names are counted: by age, adults, educators.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    function words(said: var): string {
        return DaySay.said(said);
    }
    function confirm() {
        if (steppers.all > 0)
            page.act("today/count", steppers.counts);
    }

    Component.onCompleted: steppers.begin()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Quanti sono?")
            about: qsTr("Contati senza nome: frecce o cifre, poi Tab.")
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
            Layout.fillWidth: true

            BandSteppers {
                id: steppers
                bands: page.face?.bands ?? []
                focus: true
                Layout.fillWidth: true
                onMain: page.confirm()
            }
            DeskButton {
                objectName: "confirm"
                tone: "dark"
                size: 27
                enabled: steppers.all > 0
                label: DaySay.several(steppers.all, qsTr("Entra 1 persona"), qsTr("Entrano in %1"))
                key: qsTr("Invio")
                implicitHeight: Theme.px(72)
                Layout.topMargin: Theme.px(20)
                Layout.alignment: Qt.AlignRight
                onTapped: page.confirm()
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

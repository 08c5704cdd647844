// People nobody names get places: a class, a group that has called.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string turn: face?.head?.turn ?? ""
    readonly property int places: steppers.all - (steppers.counts.educators ?? 0)

    function words(said: var): string {
        return CalendarSay.said(said);
    }
    function back() {
        page.go("calendar/turn/" + turn);
    }
    function confirm() {
        if (steppers.all > 0)
            page.act("calendar/expect/" + turn, steppers.counts);
    }

    Component.onCompleted: steppers.begin()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Quanti vengono?")
            about: [CalendarSay.turn(page.face?.head ?? null), CalendarSay.room(page.face?.head?.slot ?? null)].filter(part => part !== "").join(" · ")
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna al turno")
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
            Words {
                text: qsTr("Gli educatori non prendono posti.")
                size: 21
                color: Theme.soft
                Layout.fillWidth: true
            }
            DeskButton {
                objectName: "confirm"
                tone: "dark"
                size: 27
                enabled: steppers.all > 0
                label: DaySay.several(page.places, qsTr("Dai 1 posto"), qsTr("Dai %1 posti"))
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

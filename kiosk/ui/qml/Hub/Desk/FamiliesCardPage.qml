// One card on the screen: its code for a phone's camera, its short code for who types. Nothing else stands on it.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property var who: face?.who ?? null

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        page.go("families/person/" + page.face.household + "/" + who.id);
    }

    Component.onCompleted: forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("La tessera di %1").arg(page.who?.given ?? "")
            about: page.face?.qr ? qsTr("Si può fotografare con il telefono: vale come quella di carta.") : qsTr("È nata a un’altra stazione: il disegno del codice qui non c’è.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "print"
                visible: (page.face?.qr ?? null) !== null
                label: qsTr("Stampa")
                tone: "dark"
                key: "S"
                onTapped: page.act("families/print_card/" + page.face.household + "/" + page.face.serial, {})
            }
            DeskButton {
                objectName: "done"
                label: qsTr("Indietro")
                key: "Esc"
                onTapped: page.back()
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            CardDrawing {
                anchors.centerIn: parent
                width: Math.min(parent.width, parent.height * 1.55, Theme.px(1100))
                who: page.who
                qr: page.face?.qr ?? null
                code: page.face?.short ?? ""
            }
        }
    }
}

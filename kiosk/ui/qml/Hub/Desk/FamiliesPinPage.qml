// Somebody chooses four digits of their own, twice; what is typed is never shown.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string here: [face?.household ?? "", face?.who?.id ?? ""].join("/")
    property string first: ""
    property bool different: false

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        if (first !== "")
            first = "";
        else
            page.go("families/person/" + here);
    }
    function typed(digits: string) {
        if (first === "") {
            first = digits;
            different = false;
        } else if (digits === first) {
            page.act("families/secret/" + here, {
                "pin": digits
            });
            first = "";
        } else {
            first = "";
            different = true;
        }
    }

    Sheet {
        anchors.centerIn: parent
        width: Theme.px(780)
        room: Theme.px(56)
        spacing: Theme.px(20)

        RowLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true

            Creature {
                kind: page.face?.who?.creature ?? ""
                side: Theme.px(110)
            }
            Heading {
                text: page.first === "" ? qsTr("Un PIN per %1").arg(page.face?.who?.given ?? "") : qsTr("Ancora una volta")
                size: 44
                Layout.fillWidth: true
            }
        }
        Words {
            text: page.different ? qsTr("Erano due PIN diversi. Da capo.") : qsTr("Quattro cifre, le sceglie e le scrive chi le userà.")
            size: 25
            color: page.different ? "#B4342A" : Theme.soft
            Layout.fillWidth: true
        }
        PinPad {
            objectName: "pin"
            length: page.face?.digits ?? 4
            focus: true
            Layout.alignment: Qt.AlignHCenter
            Component.onCompleted: forceActiveFocus()
            onEntered: digits => page.typed(digits)
        }
        DeskButton {
            objectName: "done"
            label: qsTr("Indietro")
            key: "Esc"
            tone: "flat"
            Layout.alignment: Qt.AlignHCenter
            onTapped: page.back()
        }
    }
}

// One of two who may be the same person: what is written of them, and what says the same of both.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Sheet {
    id: sheet

    property var side: null
    property var same: []
    readonly property var who: side?.who ?? null
    readonly property var lines: [["given", qsTr("Nome"), who?.given ?? ""], ["family", qsTr("Cognome"), who?.family ?? ""], ["latin", qsTr("In lettere latine"), who?.latin ?? ""], ["born", qsTr("Nato il"), FamilySay.day(side?.born ?? "")], ["role", qsTr("Ruolo"), FamilySay.role(who?.role ?? "")]]

    room: Theme.px(28)
    spacing: Theme.px(8)

    Creature {
        kind: sheet.who?.creature ?? ""
        side: Theme.px(130)
        Layout.alignment: Qt.AlignHCenter
    }
    Repeater {
        model: sheet.lines

        RowLayout {
            id: line
            required property var modelData
            readonly property bool agrees: sheet.same.includes(modelData[0])
            spacing: Theme.px(12)
            Layout.fillWidth: true

            Mark {
                kind: line.agrees ? "tick" : "none"
                ink: Theme.done
            }
            Words {
                text: line.modelData[1]
                size: 21
                color: Theme.soft
                Layout.preferredWidth: Theme.px(190)
            }
            Words {
                text: line.modelData[2] === "" ? qsTr("non si sa") : line.modelData[2]
                size: 23
                font.weight: line.agrees ? Font.Bold : Font.Normal
                color: line.modelData[2] === "" ? Theme.soft : Theme.ink
                Layout.fillWidth: true
            }
        }
    }
}

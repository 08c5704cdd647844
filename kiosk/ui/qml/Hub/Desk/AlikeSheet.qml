// Who is known already under such a name: their family may be opened, or it is the same person.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Sheet {
    id: sheet

    property var alike: []

    signal opened(string household)
    signal same(var who)

    room: Theme.px(20)
    spacing: Theme.px(4)
    ground: "#FFF1CC"

    Capital {
        text: qsTr("Forse c’è già")
        color: Theme.wait
        Layout.fillWidth: true
    }
    Repeater {
        model: sheet.alike

        RowLayout {
            id: line
            required property int index
            required property var modelData
            spacing: Theme.px(12)
            Layout.fillWidth: true

            PersonLine {
                objectName: "alike-" + line.index
                who: line.modelData.who
                Layout.fillWidth: true
                onTapped: if (line.modelData.household !== "")
                    sheet.opened(line.modelData.household)
            }
            DeskButton {
                visible: line.modelData.household !== ""
                objectName: "open-alike-" + line.index
                label: qsTr("Apri la sua famiglia")
                tone: "paper"
                size: 20
                onTapped: sheet.opened(line.modelData.household)
            }
            DeskButton {
                objectName: "same-" + line.index
                label: qsTr("È la stessa persona")
                tone: "paper"
                size: 20
                key: "Ctrl " + (line.index + 1)
                sequence: "Ctrl+" + (line.index + 1)
                onTapped: sheet.same(line.modelData.who)
            }
        }
    }
}

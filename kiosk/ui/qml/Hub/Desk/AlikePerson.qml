// One of two who are alike: creature, name in its own script, Latin form, age or role, and what their family is called.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

RowLayout {
    id: person

    property var side: null
    readonly property var who: side?.who ?? null

    spacing: Theme.px(14)

    Creature {
        kind: person.who?.creature ?? ""
        side: Theme.px(64)
        Layout.alignment: Qt.AlignTop
    }
    ColumnLayout {
        spacing: Theme.px(2)
        Layout.fillWidth: true

        Words {
            text: FamilySay.name(person.who)
            size: 25
            font.weight: Font.Bold
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: person.who?.latin ?? ""
            size: 21
            color: Theme.soft
            Layout.fillWidth: true
        }
        Words {
            text: FamilySay.about(person.who)
            size: 22
            Layout.fillWidth: true
        }
        Words {
            visible: (person.side?.label ?? "") !== ""
            text: qsTr("famiglia %1").arg(person.side?.label ?? "")
            size: 20
            color: Theme.soft
            Layout.fillWidth: true
        }
    }
}

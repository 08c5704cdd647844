// A field of a record that holds one of a few: turned through, and kept at once.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

FocusScope {
    id: edit

    property string name: ""
    property string label: ""
    property var written: null
    property var options: []
    property alias other: turn.other
    readonly property var also: written?.also ?? []

    signal changed(string name, var now, int settled)

    function words(value: string): string {
        return options.find(one => one.value === value)?.words ?? value;
    }

    implicitWidth: Theme.px(240)
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        width: parent.width
        spacing: Theme.px(6)

        Words {
            text: edit.label
            spoken: false
            size: 19
            font.weight: Font.DemiBold
            color: Theme.soft
            Layout.fillWidth: true
        }
        Turn {
            id: turn
            objectName: "edit-" + edit.name
            label: edit.label
            value: edit.written?.value ?? ""
            options: edit.options
            focus: true
            Layout.fillWidth: true
            onChosen: value => edit.changed(edit.name, value, 0)
        }
        TwoValues {
            visible: edit.also.length > 0
            here: edit.words(edit.written?.value ?? "")
            others: edit.also.map(value => edit.words(value))
            Layout.fillWidth: true
            onHereChosen: edit.changed(edit.name, edit.written.value, edit.also.length)
            onOtherChosen: at => edit.changed(edit.name, edit.also[at], edit.also.length)
        }
    }
}

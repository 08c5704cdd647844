// A field of a record, written anew in place: Enter or leaving it keeps it, Escape puts it back. Of two values both are shown.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

FocusScope {
    id: edit

    property string name: ""
    property string label: ""
    property string hint: ""
    property var written: null // {value, also}
    property bool day: false // an ISO day, shown and typed as 4.3.2018
    readonly property string value: show(written?.value ?? "")
    readonly property var also: written?.also ?? []
    readonly property bool dirty: field.text.trim() !== value
    property string seen: "" // what stood here when it was last drawn: what somebody types over it is theirs

    signal changed(string name, var now, int settled)

    function show(value: var): string {
        return day ? FamilySay.shortDay(String(value)) : String(value);
    }
    function keep() {
        if (dirty)
            changed(name, field.text.trim(), 0);
    }
    function settle(value: var) {
        field.text = show(value);
        changed(name, value, also.length);
    }
    function choose() {
        field.choose();
    }

    implicitWidth: Theme.px(300)
    implicitHeight: column.implicitHeight
    onValueChanged: {
        if (field.text.trim() === seen)
            field.text = value;
        seen = value;
    }
    Component.onCompleted: {
        field.text = value;
        seen = value;
    }
    Keys.onEscapePressed: event => {
        event.accepted = dirty;
        field.text = value;
    }

    ColumnLayout {
        id: column
        width: parent.width
        spacing: Theme.px(6)

        Field {
            id: field
            objectName: "edit-" + edit.name
            label: edit.label
            hint: edit.hint
            focus: true
            Layout.fillWidth: true
            onAccepted: edit.keep()
            onActiveFocusChanged: if (!activeFocus)
                edit.keep()
        }
        TwoValues {
            visible: edit.also.length > 0
            here: edit.value
            others: edit.also.map(value => edit.show(value))
            Layout.fillWidth: true
            onHereChosen: edit.settle(edit.written.value)
            onOtherChosen: at => edit.settle(edit.also[at])
        }
    }
}

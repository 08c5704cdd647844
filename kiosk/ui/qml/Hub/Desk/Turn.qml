// One of a few, turned through with the arrows, the space bar, a first letter or a click.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

FocusScope {
    id: turn

    property string label: "" // what it is about
    property var options: [] // of what may be chosen, each with `value` and `words`; `picture` is drawn in place of words
    property string value: ""
    property string other: "…" // the words of a value that is none of them
    readonly property int at: options.findIndex(one => one.value === value)
    readonly property var now: at < 0 ? {
        "words": other
    } : options[at]
    property real size: 22

    signal chosen(string value)

    function go(by: int) {
        if (options.length > 0)
            chosen(options[(at + by + options.length) % options.length].value);
    }
    function letter(text: string): bool {
        const wanted = text.toLowerCase();
        const found = wanted === "" ? undefined : options.find((one, number) => String(number + 1) === wanted) ?? options.find(one => (one.words ?? "").toLowerCase().startsWith(wanted));
        if (found)
            chosen(found.value);
        return found !== undefined;
    }

    activeFocusOnTab: true
    implicitWidth: row.implicitWidth + 2 * Theme.px(10)
    implicitHeight: Theme.px(58)
    Accessible.role: Accessible.ComboBox
    Accessible.name: [label, now?.words ?? ""].filter(part => part !== "").join(": ")
    Accessible.focusable: true
    Keys.onLeftPressed: go(-1)
    Keys.onRightPressed: go(1)
    Keys.onSpacePressed: go(1)
    Keys.onPressed: event => {
        if (!(event.modifiers & (Qt.ControlModifier | Qt.AltModifier)))
            event.accepted = event.accepted || turn.letter(event.text.trim());
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(14)
        color: Theme.card
        border.width: turn.activeFocus ? Theme.px(4) : Math.max(1, Theme.px(2))
        border.color: turn.activeFocus ? Theme.focus : Theme.edge
    }
    MouseArea {
        anchors.fill: parent
        onClicked: {
            turn.forceActiveFocus();
            turn.go(1);
        }
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.px(10)
        anchors.rightMargin: Theme.px(10)
        spacing: Theme.px(6)

        Words {
            text: "‹"
            spoken: false
            size: 26
            color: Theme.soft
        }
        Creature {
            visible: (turn.now?.picture ?? "") !== ""
            kind: turn.now?.picture ?? ""
            side: Theme.px(44)
            Layout.alignment: Qt.AlignHCenter
        }
        Words {
            visible: (turn.now?.picture ?? "") === ""
            text: turn.now?.words ?? ""
            spoken: false
            size: turn.size
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Words {
            text: "›"
            spoken: false
            size: 26
            color: Theme.soft
        }
    }
}

// Type, walk with the arrows, choose with Enter: the cursor never leaves the field.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

ColumnLayout {
    id: hits

    property string hint: ""
    property var rows: [] // each with id, and person or picture and title; about, note
    property alias text: field.text
    property int at: 0
    property bool narrow: false // beside something else: less room for what is known of them

    signal typed(string text)
    signal chosen(var row)

    function resume() {
        field.resume();
    }
    function walk(by: int) {
        at = Math.max(0, Math.min(rows.length - 1, at + by));
        const item = lines.itemAt(at);
        if (item)
            list.show(item);
    }

    spacing: Theme.px(14)

    Keyed {
        id: keyed
        rows: hits.rows
    }
    Field {
        id: field
        objectName: "search"
        focus: true
        hint: hits.hint
        key: "/"
        size: 27
        Layout.fillWidth: true
        onEdited: text => {
            hits.at = 0;
            hits.typed(text);
        }
        onAccepted: if (hits.rows.length > 0)
            hits.chosen(hits.rows[Math.min(hits.at, hits.rows.length - 1)])
        Keys.onUpPressed: hits.walk(-1)
        Keys.onDownPressed: hits.walk(1)
    }
    Scrolled {
        id: list
        visible: hits.rows.length > 0
        spacing: Theme.px(4)
        Layout.fillWidth: true
        Layout.fillHeight: true

        Repeater {
            id: lines
            model: keyed.model

            HitRow {
                required property int index
                required property string rowId
                readonly property var row: keyed.byId[rowId] ?? null
                objectName: "hit-" + rowId
                person: row?.person ?? null
                picture: row?.picture ?? ""
                title: row?.title ?? ""
                about: row?.about ?? ""
                note: row?.note ?? ""
                current: hits.at === index
                narrow: hits.narrow
                Layout.fillWidth: true
                onTapped: hits.chosen(row)
            }
        }
    }
}

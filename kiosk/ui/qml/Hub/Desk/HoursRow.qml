// One line of a day's hours, as it is typed: from, to, and how many places where it is a turn.
import QtQuick
import QtQuick.Layouts
import Hub.Style

RowLayout {
    id: row

    property int number: 1
    property alias opens: from.text
    property alias closes: to.text
    property alias places: room.text
    readonly property bool blank: opens === "" && closes === "" && places === ""

    signal edited
    signal cleared

    function resume() {
        from.choose();
    }

    spacing: Theme.px(14)

    Field {
        id: from
        objectName: "opens-" + row.number
        label: row.number === 1 ? qsTr("Apre") : ""
        hint: qsTr("9.30")
        longest: 5
        focus: true
        Accessible.name: qsTr("Apre, riga %1").arg(row.number)
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.px(130)
        onActiveFocusChanged: if (activeFocus)
            choose()
        onEdited: row.edited()
    }
    Field {
        id: to
        objectName: "closes-" + row.number
        label: row.number === 1 ? qsTr("Chiude") : ""
        hint: qsTr("12.30")
        longest: 5
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.px(130)
        onActiveFocusChanged: if (activeFocus)
            choose()
        onEdited: row.edited()
    }
    Field {
        id: room
        objectName: "places-" + row.number
        label: row.number === 1 ? qsTr("Posti del turno") : ""
        hint: qsTr("senza turno")
        longest: 4
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.px(190)
        onActiveFocusChanged: if (activeFocus)
            choose()
        onEdited: row.edited()
    }
    DeskButton {
        objectName: "clear-" + row.number
        label: qsTr("Togli")
        Accessible.name: qsTr("Togli la riga %1").arg(row.number)
        tone: "flat"
        size: 20
        opacity: row.blank ? 0 : 1
        enabled: !row.blank
        Layout.alignment: Qt.AlignBottom
        onTapped: row.cleared()
    }
}

// One flag of a tie: a letter turns it; where two people said different things, somebody says which holds.
import QtQuick
import QtQuick.Layouts
import Hub.Style

ColumnLayout {
    id: line

    required property string name
    property string key: ""
    property bool on: false
    property var also: []

    signal turned
    signal settled(bool value)

    function hit() {
        turned();
    }
    function words(value: bool): string {
        return value ? qsTr("sì") : qsTr("no");
    }

    spacing: Theme.px(6)
    Component.onCompleted: Hotkeys.add(line)
    Component.onDestruction: Hotkeys.remove(line)

    Check {
        objectName: "tie-" + line.name
        label: FamilySay.flag(line.name)
        key: line.key
        ban: line.name === "must_not_collect"
        on: line.on
        onTapped: line.turned()
    }
    TwoValues {
        visible: line.also.length > 0
        here: line.words(line.on)
        others: line.also.map(value => line.words(value))
        Layout.fillWidth: true
        onHereChosen: line.settled(line.on)
        onOtherChosen: at => line.settled(line.also[at])
    }
}

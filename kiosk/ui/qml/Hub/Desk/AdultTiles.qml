// The adults of a child as tiles: who may collect, who has no permission, who must not; each plainly drawn.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

GridLayout {
    id: tiles

    property var adults: [] // person, standing
    property string chosen: "" // a person's id
    property int firstKey: 1 // 0: no keys

    signal picked(string person)
    signal main

    columns: 2
    columnSpacing: Theme.px(16)
    rowSpacing: Theme.px(16)
    uniformCellWidths: true

    Keyed {
        id: keyed
        rows: tiles.adults.map(one => Object.assign({
                "id": one.person.id
            }, one))
    }
    Repeater {
        model: keyed.model

        ChoiceTile {
            required property int index
            required property string rowId
            readonly property var adult: keyed.byId[rowId] ?? null
            readonly property string standing: adult?.standing ?? ""
            objectName: "adult-" + rowId
            person: adult?.person ?? null
            about: DaySay.standing(standing)
            mark: standing === "must_not_collect" ? "stop" : standing === "nobody" ? "none" : "present"
            markInk: standing === "must_not_collect" ? "#B4342A" : standing === "nobody" ? Theme.soft : "#1B7A45"
            blocked: standing === "must_not_collect"
            chosen: tiles.chosen === rowId
            key: tiles.firstKey > 0 && index + tiles.firstKey < 10 ? String(index + tiles.firstKey) : ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            onTapped: tiles.picked(rowId)
            onMain: tiles.main()
        }
    }
}

// The rows of a list by their ids: a row that stays keeps its delegate, and with it the focus and the place.
import QtQuick

QtObject {
    id: keyed

    property var rows: [] // each with an `id` of its own
    readonly property var byId: indexed(rows ?? [])
    readonly property ListModel model: ListModel {}

    function indexed(rows: var): var {
        const found = {};
        rows.forEach(row => found[row.id] = row);
        return found;
    }
    function place(id: string, from: int): int {
        for (let at = from; at < model.count; at++)
            if (model.get(at).rowId === id)
                return at;
        return -1;
    }

    onRowsChanged: {
        (rows ?? []).forEach((row, at) => {
            const found = place(row.id, at);
            if (found < 0)
                model.insert(at, {
                    "rowId": row.id
                });
            else if (found !== at)
                model.move(found, at, 1);
        });
        const more = model.count - (rows ?? []).length;
        if (more > 0)
            model.remove(model.count - more, more);
    }
}

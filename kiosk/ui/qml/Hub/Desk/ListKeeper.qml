// The rows of a list by their ids: drawn anew, what stays keeps its row, its place and the focus.
import QtQuick

ListModel {
    id: keeper

    property var items: ({}) // by id; what a row shows is looked up here

    function become(list: var) {
        const wanted = {};
        for (const one of list)
            wanted[one.id] = one;
        for (let at = count - 1; at >= 0; --at) {
            if (!(get(at).key in wanted))
                remove(at);
        }
        items = wanted;
        list.forEach((one, at) => put(one.id, at));
    }
    function put(key: string, at: int) {
        if (at < count && get(at).key === key)
            return;
        for (let from = at + 1; from < count; ++from) {
            if (get(from).key === key) {
                move(from, at, 1);
                return;
            }
        }
        insert(at, {
            "key": key
        });
    }
    function find(key: string): int {
        for (let at = 0; at < count; ++at) {
            if (get(at).key === key)
                return at;
        }
        return -1;
    }
}

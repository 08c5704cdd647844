// Single keys that save a hand. Not Qt's shortcuts: those would hear the letters of a card that is scanned, too.
pragma Singleton
import QtQuick

QtObject {
    id: hotkeys

    property var all: []

    function add(control: var) {
        all.push(control);
    }
    function remove(control: var) {
        all = all.filter(other => other !== control);
    }
    // Whether a control that can be seen answers to what was typed; the one made last, where several do.
    function hit(text: string): bool {
        const wanted = text.toUpperCase();
        const found = wanted === "" ? [] : all.filter(control => control.key.toUpperCase() === wanted && control.visible && control.enabled);
        if (found.length > 0)
            found[found.length - 1].hit();
        return found.length > 0;
    }
}

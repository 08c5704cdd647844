// What every page of the desk is: given a face, it speaks up in places to look at and things to have done.
import QtQuick

FocusScope {
    id: page

    property var frame: null
    property var face: null

    signal go(string path)
    signal act(string path, var form)

    // The words for an answer of this section; "" for one that the whole desk knows.
    function words(said: var): string {
        return "";
    }
    // What Escape does.
    function back() {
        page.go(page.frame?.section ?? "today");
    }

    focus: true
}

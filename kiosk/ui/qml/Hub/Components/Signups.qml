// How a sign-up stands: a shape, a word, a colour that only repeats them.
pragma Singleton
import QtQuick
import Hub.Style

QtObject {
    function shape(state: string): string {
        return ({
                "confirmed": "star-done",
                "attended": "star-done",
                "offered": "free-chair",
                "requested": "hourglass",
                "waiting": "hourglass",
                "wished": "icon-letter",
                "not_come": "state-none"
            })[state] ?? "state-none";
    }
    function word(signup: var): string {
        switch (signup?.state ?? "") {
        case "confirmed":
            return qsTr("c’è il posto");
        case "attended":
            return qsTr("fatto");
        case "offered":
            return qsTr("C’è un posto: lo vuoi?");
        case "requested":
            return qsTr("chiesto, non è ancora un posto");
        case "waiting":
            return qsTr("sei in lista");
        case "wished":
            return qsTr("aspetta il sì di un adulto");
        }
        return qsTr("non più");
    }
    function tone(state: string): color {
        return ["confirmed", "attended"].includes(state) ? Theme.done : ["requested", "waiting", "wished"].includes(state) ? Theme.wait : Theme.ink;
    }
}

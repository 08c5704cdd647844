// The nine pictures by name, for those who hear them.
pragma Singleton
import QtQuick

QtObject {
    function word(name: string): string {
        switch (name) {
        case "sun":
            return qsTr("sole");
        case "moon":
            return qsTr("luna");
        case "apple":
            return qsTr("mela");
        case "boat":
            return qsTr("barca");
        case "ball":
            return qsTr("palla");
        case "tree":
            return qsTr("albero");
        case "kite":
            return qsTr("aquilone");
        case "drum":
            return qsTr("tamburo");
        }
        return qsTr("casa");
    }
}

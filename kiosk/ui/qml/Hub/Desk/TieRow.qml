// What one adult is to one child, in four words that a letter turns on and off.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

FocusScope {
    id: tie

    property string adult: ""
    property string child: ""
    property var flags: ({}) // by name, true or false
    readonly property var names: ["guardian", "may_collect", "must_not_collect", "emergency"]
    readonly property var letters: ["T", "R", "N", "E"]

    signal turned(string name, bool on)

    activeFocusOnTab: true
    implicitWidth: column.implicitWidth + 2 * Theme.px(12)
    implicitHeight: column.implicitHeight + 2 * Theme.px(8)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1 per %2").arg(adult).arg(child)
    Accessible.focusable: true
    Keys.onPressed: event => {
        const at = event.modifiers & (Qt.ControlModifier | Qt.AltModifier) ? -1 : tie.letters.indexOf(event.text.toUpperCase());
        if (at >= 0) {
            tie.turned(tie.names[at], !(tie.flags?.[tie.names[at]] ?? false));
            event.accepted = true;
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(14)
        color: "transparent"
        border.width: tie.activeFocus ? Theme.px(4) : 0
        border.color: Theme.focus
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.px(8)
        spacing: Theme.px(2)

        Words {
            text: qsTr("%1 per %2").arg(tie.adult).arg(tie.child)
            size: 22
            font.weight: Font.DemiBold
            Layout.leftMargin: Theme.px(12)
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.px(4)
            Layout.fillWidth: true

            Repeater {
                model: tie.names

                Check {
                    required property int index
                    required property string modelData
                    objectName: "tie-" + modelData
                    label: FamilySay.flag(modelData)
                    on: tie.flags?.[modelData] ?? false
                    ban: modelData === "must_not_collect"
                    key: tie.activeFocus ? tie.letters[index] : ""
                    activeFocusOnTab: false
                    onTapped: tie.turned(modelData, !on)
                }
            }
        }
    }
}

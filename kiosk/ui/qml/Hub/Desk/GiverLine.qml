// Who gives a consent, for whom, and how: on paper, on the screen, not yet. One letter decides.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

FocusScope {
    id: line

    property string giver: ""
    property string about: "" // "per sé e per Amina"
    property string how: "" // "", "paper", "screen", "later"

    signal chosen(string how)

    activeFocusOnTab: true
    implicitWidth: column.implicitWidth + 2 * Theme.px(12)
    implicitHeight: column.implicitHeight + 2 * Theme.px(10)
    Accessible.role: Accessible.Grouping
    Accessible.name: giver + " " + about
    Accessible.focusable: true
    Keys.onPressed: event => {
        const how = event.modifiers & (Qt.ControlModifier | Qt.AltModifier) ? undefined : ({
                "C": "paper",
                "S": "screen",
                "N": "later"
            })[event.text.toUpperCase()];
        if (how) {
            line.chosen(how);
            event.accepted = true;
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(14)
        color: "transparent"
        border.width: line.activeFocus ? Theme.px(4) : 0
        border.color: Theme.focus
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.px(10)
        spacing: Theme.px(4)

        Words {
            text: qsTr("%1 %2").arg(line.giver).arg(line.about)
            size: 22
            font.weight: Font.DemiBold
            Layout.leftMargin: Theme.px(12)
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.px(4)
            Layout.fillWidth: true

            Repeater {
                model: [["paper", qsTr("Firmato su carta"), "C"], ["screen", qsTr("Dato sullo schermo"), "S"], ["later", qsTr("Non ancora"), "N"]]

                Check {
                    required property var modelData
                    objectName: "consent-" + modelData[0]
                    label: modelData[1]
                    on: line.how === modelData[0]
                    key: line.activeFocus ? modelData[2] : ""
                    activeFocusOnTab: false
                    onTapped: line.chosen(modelData[0])
                }
            }
        }
    }
}

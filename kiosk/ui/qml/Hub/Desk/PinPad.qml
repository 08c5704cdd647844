// Six digits: typed, or tapped on a desk that is a touchscreen. What is typed is never shown.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

FocusScope {
    id: pad

    property string digits: ""
    property int length: 6

    signal entered(string digits)

    function type(digit: string) {
        if (digits.length < length)
            digits += digit;
        if (digits.length === length) {
            const all = digits;
            digits = "";
            entered(all);
        }
    }

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight
    onEnabledChanged: digits = ""
    Keys.onPressed: event => {
        if (event.text.length === 1 && event.text >= "0" && event.text <= "9") {
            pad.type(event.text);
            event.accepted = true;
        } else if (event.key === Qt.Key_Backspace) {
            pad.digits = pad.digits.slice(0, -1);
            event.accepted = true;
        }
    }

    ColumnLayout {
        id: column
        spacing: Theme.px(22)

        RowLayout {
            spacing: Theme.px(16)
            Layout.alignment: Qt.AlignHCenter
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1 cifre su %2").arg(pad.digits.length).arg(pad.length)

            Repeater {
                model: pad.length

                Rectangle {
                    required property int index
                    implicitWidth: Theme.px(30)
                    implicitHeight: Theme.px(30)
                    radius: height / 2
                    color: index < pad.digits.length ? Theme.ink : "transparent"
                    border.width: Theme.px(3)
                    border.color: Theme.edge
                }
            }
        }
        GridLayout {
            columns: 3
            columnSpacing: Theme.px(14)
            rowSpacing: Theme.px(14)
            Layout.alignment: Qt.AlignHCenter

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "⌫"]

                DeskButton {
                    required property string modelData
                    tone: "paper"
                    label: modelData === "⌫" ? qsTr("Cancella") : modelData
                    opacity: modelData === "" ? 0 : 1
                    enabled: modelData !== ""
                    size: modelData === "⌫" ? 19 : 32
                    activeFocusOnTab: false
                    implicitWidth: Theme.px(116)
                    implicitHeight: Theme.px(78)
                    onTapped: {
                        if (modelData === "⌫")
                            pad.digits = pad.digits.slice(0, -1);
                        else
                            pad.type(modelData);
                        pad.forceActiveFocus();
                    }
                }
            }
        }
    }
}

// A number of people: typed, or one more and one less by the arrows and the two buttons.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

FocusScope {
    id: stepper

    property string label: ""
    property int value: 0
    property int most: 999

    signal main

    function step(by: int) {
        value = Math.max(0, Math.min(most, value + by));
    }

    implicitWidth: Theme.px(250)
    implicitHeight: column.implicitHeight
    activeFocusOnTab: false

    ColumnLayout {
        id: column
        width: parent.width
        spacing: Theme.px(8)

        Words {
            text: stepper.label
            spoken: false
            size: 21
            font.weight: Font.DemiBold
            color: Theme.soft
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.px(8)
            Layout.fillWidth: true

            StepButton {
                label: qsTr("%1: uno in meno").arg(stepper.label)
                by: -1
                enabled: stepper.value > 0
                onTapped: stepper.step(by)
            }
            Rectangle {
                implicitHeight: Theme.px(64)
                radius: Theme.px(14)
                color: Theme.card
                border.width: input.activeFocus ? Theme.px(4) : Math.max(1, Theme.px(2))
                border.color: input.activeFocus ? Theme.focus : Theme.edge
                Layout.fillWidth: true

                TextInput {
                    id: input
                    anchors.fill: parent
                    focus: true
                    activeFocusOnTab: true
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: String(stepper.value)
                    color: stepper.value > 0 ? Theme.ink : Theme.soft
                    selectionColor: Theme.focus
                    selectedTextColor: Theme.onDark
                    font.family: Theme.latin
                    font.pixelSize: Theme.font(32)
                    font.weight: Font.Bold
                    maximumLength: 3
                    inputMethodHints: Qt.ImhDigitsOnly
                    validator: IntValidator {
                        bottom: 0
                        top: stepper.most
                    }
                    Accessible.role: Accessible.EditableText
                    Accessible.name: stepper.label
                    onTextEdited: {
                        stepper.value = Number(text);
                        text = Qt.binding(() => String(stepper.value));
                    }
                    onActiveFocusChanged: if (activeFocus)
                        selectAll()
                    onAccepted: stepper.main()
                    Keys.onUpPressed: stepper.step(1)
                    Keys.onDownPressed: stepper.step(-1)
                }
            }
            StepButton {
                label: qsTr("%1: uno in più").arg(stepper.label)
                by: 1
                enabled: stepper.value < stepper.most
                onTapped: stepper.step(by)
            }
        }
    }
}

// One line to type in: its name above, a hint inside, what is wrong below.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

FocusScope {
    id: field

    property string label: ""
    property string hint: ""
    property string key: "" // the hot key that brings the cursor here
    property string wrong: "" // why it cannot stay so; "" while it can
    property bool secret: false
    property int longest: 120
    property alias text: input.text
    property alias inputMethodHints: input.inputMethodHints
    property alias validator: input.validator
    property real size: 24

    signal edited(string text)
    signal accepted

    function clear() {
        input.text = "";
    }
    function hit() {
        choose();
    }
    // The cursor comes here, after what is written already.
    function resume() {
        input.forceActiveFocus();
        input.cursorPosition = input.text.length;
    }
    function choose() {
        input.forceActiveFocus();
        input.selectAll();
    }

    implicitWidth: Theme.px(320)
    implicitHeight: column.implicitHeight
    activeFocusOnTab: false

    Component.onCompleted: Hotkeys.add(field)
    Component.onDestruction: Hotkeys.remove(field)

    ColumnLayout {
        id: column
        width: parent.width
        spacing: Theme.px(6)

        Words {
            visible: field.label !== ""
            text: field.label
            spoken: false
            size: 19
            font.weight: Font.DemiBold
            color: Theme.soft
            Layout.fillWidth: true
        }
        Rectangle {
            implicitHeight: Math.max(Theme.px(58), input.implicitHeight + Theme.px(20))
            radius: Theme.px(14)
            color: field.enabled ? Theme.card : Theme.dimmed
            border.width: input.activeFocus ? Theme.px(4) : Math.max(1, Theme.px(2))
            border.color: field.wrong !== "" ? "#B4342A" : input.activeFocus ? Theme.focus : Theme.edge
            Layout.fillWidth: true

            TextInput {
                id: input
                anchors.left: parent.left
                anchors.right: cap.visible ? cap.left : parent.right
                anchors.leftMargin: Theme.px(18)
                anchors.rightMargin: Theme.px(18)
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                verticalAlignment: TextInput.AlignVCenter
                focus: true
                activeFocusOnTab: true
                clip: true
                color: Theme.ink
                selectionColor: Theme.focus
                selectedTextColor: Theme.onDark
                selectByMouse: true
                font.family: Theme.family(text)
                font.pixelSize: Theme.font(field.size)
                maximumLength: field.longest
                echoMode: field.secret ? TextInput.Password : TextInput.Normal
                onTextEdited: field.edited(text)
                onAccepted: field.accepted()
                Accessible.role: Accessible.EditableText
                Accessible.name: field.label !== "" ? field.label : field.hint

                Words {
                    anchors.fill: parent
                    verticalAlignment: Text.AlignVCenter
                    visible: input.text === "" && !input.preeditText
                    text: field.hint
                    spoken: false
                    size: field.size
                    color: Theme.soft
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
            }
            KeyHint {
                id: cap
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(16)
                anchors.verticalCenter: parent.verticalCenter
                visible: field.key !== "" && input.text === "" && !input.activeFocus
                key: field.key
            }
        }
        Words {
            visible: text !== ""
            text: field.wrong
            size: 19
            color: "#B4342A"
            Layout.fillWidth: true
        }
    }
}

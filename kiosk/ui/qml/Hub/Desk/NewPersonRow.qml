// One person of a family that is being typed. Enter adds the next; what is typed lives in the page's model.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

FocusScope {
    id: row

    required property int index
    required property var person // the row of the page's model
    readonly property bool child: person.role === "child"
    readonly property bool foreign: /[^\u0000-\u024F\u1E00-\u1EFF\u2000-\u206F]/.test(person.given + person.family)
    property bool alone: false // there are no other rows
    property bool wrongName: false
    property bool wrongDay: false

    signal filled(string name, string value)
    signal asked(string what, string text)
    signal next
    signal removed

    function choose() {
        given.choose();
    }
    function chooseDay() {
        born.choose();
    }

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        width: parent.width
        spacing: Theme.px(6)

        RowLayout {
            spacing: Theme.px(12)
            Layout.fillWidth: true

            Field {
                id: given
                objectName: "given-" + row.index
                hint: qsTr("Nome")
                text: row.person.given
                wrong: row.wrongName ? qsTr("Manca il nome.") : ""
                focus: true
                longest: 80
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(280)
                Layout.alignment: Qt.AlignTop
                onEdited: text => {
                    row.filled("given", text);
                    row.asked("name", text + " " + row.person.family);
                }
                onAccepted: row.next()
            }
            Field {
                objectName: "family-" + row.index
                hint: qsTr("Cognome")
                text: row.person.family
                longest: 80
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(280)
                Layout.alignment: Qt.AlignTop
                onActiveFocusChanged: if (activeFocus)
                    choose()
                onEdited: text => {
                    row.filled("family", text);
                    row.asked("name", row.person.given + " " + text);
                }
                onAccepted: row.next()
            }
            Field {
                id: latin
                visible: row.foreign || row.person.latin !== ""
                objectName: "latin-" + row.index
                hint: qsTr("In lettere latine, se lo sai")
                text: row.person.latin
                longest: 120
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(280)
                Layout.alignment: Qt.AlignTop
                onEdited: text => row.filled("latin", text)
                onAccepted: row.next()
            }
            Field {
                id: born
                objectName: "born-" + row.index
                hint: qsTr("Nato il")
                text: row.person.born
                wrong: row.wrongDay || (!activeFocus && row.person.meant === "no") ? FamilySay.born({
                    "meant": "no"
                }) : ""
                longest: 20
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(190)
                Layout.alignment: Qt.AlignTop
                onEdited: text => {
                    row.filled("born", text);
                    row.asked("born", text);
                }
                onAccepted: row.next()
            }
            Turn {
                objectName: "role-" + row.index
                label: qsTr("Ruolo")
                value: row.person.role
                options: ["child", "adult", "foster_parent", "case_worker"].map(role => ({
                            "value": role,
                            "words": FamilySay.role(role)
                        }))
                Layout.preferredWidth: Theme.px(230)
                Layout.alignment: Qt.AlignTop
                onChosen: value => row.filled("role", value)
                Keys.onReturnPressed: row.next()
                Keys.onEnterPressed: row.next()
            }
            Turn {
                objectName: "creature-" + row.index
                label: qsTr("Disegno")
                value: row.person.creature
                options: FamilySay.creatures.map(creature => ({
                            "value": creature,
                            "words": FamilySay.creature(creature),
                            "picture": creature
                        }))
                Layout.preferredWidth: Theme.px(118)
                Layout.alignment: Qt.AlignTop
                onChosen: value => row.filled("creature", value)
                Keys.onReturnPressed: row.next()
                Keys.onEnterPressed: row.next()
            }
            DeskButton {
                visible: !row.alone
                objectName: "remove-" + row.index
                label: qsTr("Togli")
                tone: "flat"
                size: 20
                Layout.alignment: Qt.AlignTop
                onTapped: row.removed()
            }
        }
        RowLayout {
            spacing: Theme.px(12)
            Layout.fillWidth: true

            Field {
                visible: !row.child
                objectName: "phone-" + row.index
                hint: qsTr("Telefono")
                text: row.person.phone
                longest: 40
                Layout.preferredWidth: Theme.px(280)
                onEdited: text => row.filled("phone", text)
                onAccepted: row.next()
            }
            Words {
                text: row.person.known !== "" ? qsTr("È già conosciuta all’hub: resta la stessa persona.") : row.child || row.person.born !== "" ? FamilySay.born(row.person) : ""
                visible: text !== "" && born.wrong === ""
                size: 20
                color: Theme.soft
                Layout.leftMargin: Theme.px(6)
                Layout.fillWidth: true
            }
        }
    }
}

// Those who were registered twice and are one now: each merge may be taken back, and nothing of it is left.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        page.go("families");
    }
    function name(who: var): string {
        return who ? FamilySay.name(who) : qsTr("chi qui non si conosce più");
    }

    Component.onCompleted: forceActiveFocus()

    Keyed {
        id: merges
        rows: page.face?.lines ?? []
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Persone unite")
            about: qsTr("Erano registrate due volte. Separate, tornano com’erano.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "done"
                label: qsTr("Indietro")
                key: "Esc"
                onTapped: page.back()
            }
        }
        Quiet {
            visible: (page.face?.lines ?? []).length === 0
            picture: "icon-who"
            words: qsTr("Nessuna.")
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Scrolled {
            visible: (page.face?.lines ?? []).length > 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            Sheet {
                spacing: Theme.px(10)
                Layout.fillWidth: true

                Repeater {
                    model: merges.model

                    RowLayout {
                        id: line
                        required property int index
                        required property string rowId
                        readonly property var merge: merges.byId[rowId] ?? null
                        spacing: Theme.px(16)
                        Layout.fillWidth: true

                        Creature {
                            kind: line.merge?.kept?.creature ?? ""
                            side: Theme.px(52)
                        }
                        Words {
                            text: page.name(line.merge?.kept)
                            size: 25
                            font.weight: Font.Bold
                            Layout.fillWidth: true
                            Layout.preferredWidth: Theme.px(380)
                        }
                        Words {
                            text: qsTr("anche come %1").arg(page.name(line.merge?.dropped))
                            size: 23
                            color: Theme.soft
                            Layout.fillWidth: true
                            Layout.preferredWidth: Theme.px(420)
                        }
                        Words {
                            text: DeskSay.moment(line.merge?.at)
                            size: 22
                            color: Theme.soft
                            Layout.preferredWidth: Theme.px(220)
                        }
                        DeskButton {
                            objectName: "merge-" + line.index + "-undo"
                            label: qsTr("Separa")
                            tone: "paper"
                            size: 20
                            onTapped: page.act("families/unmerge/" + line.rowId, {})
                        }
                    }
                }
            }
        }
    }
}

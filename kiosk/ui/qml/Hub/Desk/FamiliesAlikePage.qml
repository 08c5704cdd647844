// Who may have been registered twice: each pair side by side, to be merged or told apart. Told apart, it comes no more.
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

    Component.onCompleted: forceActiveFocus()

    Keyed {
        id: pairs
        rows: page.face?.lines ?? []
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Forse la stessa persona")
            about: qsTr("Si chiamano allo stesso modo: decidi tu, guardandole una accanto all’altra.")
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
            words: qsTr("Nessuna somiglia a un’altra.")
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Scrolled {
            visible: (page.face?.lines ?? []).length > 0
            spacing: Theme.px(14)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Repeater {
                model: pairs.model

                Sheet {
                    id: pair
                    required property int index
                    required property string rowId
                    readonly property var line: pairs.byId[rowId] ?? null
                    room: Theme.px(20)
                    Layout.fillWidth: true

                    RowLayout {
                        spacing: Theme.px(20)
                        Layout.fillWidth: true

                        AlikePerson {
                            side: pair.line?.one ?? null
                            Layout.fillWidth: true
                            Layout.preferredWidth: Theme.px(420)
                        }
                        AlikePerson {
                            side: pair.line?.other ?? null
                            Layout.fillWidth: true
                            Layout.preferredWidth: Theme.px(420)
                        }
                        Words {
                            text: pair.line?.birth ? qsTr("stesso nome, nate lo stesso giorno") : qsTr("stesso nome; una data non si sa")
                            size: 20
                            color: Theme.soft
                            Layout.preferredWidth: Theme.px(200)
                        }
                        ColumnLayout {
                            spacing: Theme.px(10)
                            Layout.preferredWidth: Theme.px(230)

                            DeskButton {
                                objectName: "pair-" + pair.index + "-merge"
                                label: qsTr("Confronta")
                                tone: "dark"
                                size: 20
                                Layout.fillWidth: true
                                onTapped: page.go(["families/merge", pair.line.one.household, pair.line.one.who.id, pair.line.other.who.id].join("/"))
                            }
                            DeskButton {
                                objectName: "pair-" + pair.index + "-apart"
                                label: qsTr("Sono due")
                                tone: "paper"
                                size: 20
                                Layout.fillWidth: true
                                onTapped: page.act("families/apart/" + pair.rowId, {})
                            }
                        }
                    }
                }
            }
        }
    }
}

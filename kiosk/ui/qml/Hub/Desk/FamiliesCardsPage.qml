// Cards are given out: a blank that is scanned becomes the card of whoever is chosen here. The older one is dead at once.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var people: face?.people ?? []
    readonly property string at: face?.at ?? ""
    readonly property var chosen: people.find(one => one.who.id === at) ?? null
    readonly property bool replaces: (chosen?.cards ?? []).length > 0
    readonly property bool may: face?.allowed?.cards ?? false

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        page.go("families/open/" + page.face.household);
    }
    function choose(person: string) {
        page.go("families/cards/" + page.face.household + "/" + person);
    }
    function move(by: int) {
        const now = people.findIndex(one => one.who.id === at);
        const next = people[Math.max(0, Math.min(people.length - 1, now + by))];
        if (next)
            choose(next.who.id);
    }

    Keys.onUpPressed: move(-1)
    Keys.onDownPressed: move(1)
    Component.onCompleted: forceActiveFocus()

    Keyed {
        id: keyed
        rows: page.people.map(one => ({
                    "id": one.who.id,
                    "member": one
                }))
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Tessere di %1").arg(page.face?.label ?? "")
            about: qsTr("Scegli la persona con le frecce, poi passa una tessera nuova.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "print"
                visible: page.may && page.people.some(one => one.cards.length > 0)
                label: qsTr("Stampale")
                key: "S"
                onTapped: page.act("families/print_cards/" + page.face.household, {})
            }
            DeskButton {
                objectName: "done"
                label: qsTr("Alla famiglia")
                key: "Esc"
                onTapped: page.back()
            }
        }
        Scrolled {
            Layout.fillWidth: true
            Layout.fillHeight: true

            RowLayout {
                spacing: Theme.px(24)
                Layout.fillWidth: true

                Sheet {
                    spacing: Theme.px(4)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(900)
                    Layout.alignment: Qt.AlignTop

                    Repeater {
                        model: keyed.model

                        CardRow {
                            required property int index
                            required property string rowId
                            objectName: "card-of-" + index
                            member: keyed.byId[rowId]?.member ?? null
                            chosen: rowId === page.at
                            Layout.fillWidth: true
                            onTapped: page.choose(rowId)
                        }
                    }
                }
                ColumnLayout {
                    spacing: Theme.px(24)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(560)
                    Layout.alignment: Qt.AlignTop

                    Sheet {
                        visible: page.chosen !== null && page.may
                        Layout.fillWidth: true

                        Creature {
                            kind: page.chosen?.who.creature ?? ""
                            side: Theme.px(150)
                            Layout.alignment: Qt.AlignHCenter
                        }
                        Heading {
                            text: page.chosen?.who.given ?? ""
                            size: 38
                            horizontalAlignment: Text.AlignHCenter
                            Layout.fillWidth: true
                        }
                        Picture {
                            name: "card-reader"
                            side: Theme.px(190)
                            Layout.alignment: Qt.AlignHCenter
                        }
                        Words {
                            text: page.replaces ? qsTr("Passa una tessera nuova: quella di prima smette subito di valere.") : qsTr("Passa una tessera nuova.")
                            size: 25
                            font.weight: Font.DemiBold
                            horizontalAlignment: Text.AlignHCenter
                            Layout.fillWidth: true
                        }
                    }
                    StockCard {
                        stock: page.face?.stock ?? null
                        stands: page.frame?.stands ?? null
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}

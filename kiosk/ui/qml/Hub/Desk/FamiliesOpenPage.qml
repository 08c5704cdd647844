// One household: who they are, who may collect whom, how to reach them, what they agreed to. Nothing of any other.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string household: face?.household ?? ""
    readonly property var members: face?.members ?? []
    readonly property var gone: face?.gone ?? []
    readonly property var adults: face?.adults ?? []
    readonly property var young: face?.children ?? []
    readonly property var without: members.find(one => one.cards.length === 0) ?? members[0] ?? null

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        page.go("families");
    }

    // The table of who may collect whom, row by row: each child, then what each adult is to it.
    function cells(): var {
        const found = [];
        for (const row of young) {
            found.push(row.child);
            row.pairs.forEach((pair, at) => found.push({
                    "pair": pair,
                    "adult": page.adults[at]?.given ?? "",
                    "child": row.child.given
                }));
        }
        return found;
    }

    Component.onCompleted: forceActiveFocus()

    Keyed {
        id: people
        rows: page.members.map(one => ({
                    "id": one.record,
                    "member": one
                }))
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Famiglia %1").arg(page.face?.label ?? "")
            about: page.face?.shielded ? qsTr("Protetta: la vede solo chi tutela i minori.") : page.members.length === 1 ? qsTr("Una persona") : qsTr("%1 persone").arg(page.members.length)
            Layout.fillWidth: true

            DeskButton {
                objectName: "add"
                label: qsTr("Aggiungi")
                key: "A"
                onTapped: page.go("families/add/" + page.household)
            }
            DeskButton {
                objectName: "more"
                label: qsTr("Altro")
                key: "O"
                onTapped: page.go("families/more/" + page.household)
            }
            DeskButton {
                objectName: "pictures"
                visible: page.face?.allowed?.secrets ?? false
                label: qsTr("Tre figure")
                key: "F"
                onTapped: page.go("families/pictures/" + page.household)
            }
            DeskButton {
                objectName: "cards"
                visible: page.face?.allowed?.cards ?? false
                label: qsTr("Tessere")
                tone: "dark"
                key: "T"
                onTapped: page.go("families/cards/" + page.household + "/" + (page.without?.who.id ?? ""))
            }
        }
        Words {
            visible: (page.face?.two ?? 0) > 0
            text: (page.face?.two ?? 0) === 1 ? qsTr("Una cosa è scritta in due modi: aprila e scegli quale vale.") : qsTr("%1 cose sono scritte in due modi: aprile e scegli quale vale.").arg(page.face?.two ?? 0)
            size: 24
            font.weight: Font.DemiBold
            color: "#B4342A"
            Layout.fillWidth: true
        }
        Scrolled {
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                columns: page.members.length === 4 ? 2 : 3
                columnSpacing: Theme.px(20)
                rowSpacing: Theme.px(20)
                uniformCellWidths: true
                Layout.fillWidth: true

                Repeater {
                    model: people.model

                    MemberCard {
                        required property int index
                        required property string rowId
                        objectName: "member-" + index
                        member: people.byId[rowId]?.member ?? null
                        key: index < 9 ? String(index + 1) : ""
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onTapped: page.go("families/person/" + page.household + "/" + (member?.who.id ?? ""))
                    }
                }
            }
            Sheet {
                objectName: "gone"
                visible: page.gone.length > 0
                room: Theme.px(24)
                spacing: Theme.px(4)
                Layout.fillWidth: true

                Capital {
                    text: qsTr("Non abita più qui")
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.gone

                    PersonLine {
                        required property int index
                        required property var modelData
                        objectName: "gone-" + index
                        who: modelData.who
                        note: FamilySay.ended(modelData)
                        activeFocusOnTab: true
                        Layout.fillWidth: true
                        onTapped: page.go("families/person/" + page.household + "/" + modelData.who.id)
                    }
                }
            }
            Sheet {
                visible: page.young.length > 0
                room: Theme.px(24)
                Layout.fillWidth: true

                Capital {
                    text: qsTr("Chi può ritirare")
                    Layout.fillWidth: true
                }
                Words {
                    visible: page.adults.length === 0
                    text: qsTr("Nessun adulto è scritto in questa famiglia.")
                    size: 22
                    color: Theme.wait
                    Layout.fillWidth: true
                }
                GridLayout {
                    visible: page.adults.length > 0
                    columns: page.adults.length + 1
                    columnSpacing: Theme.px(12)
                    rowSpacing: Theme.px(10)
                    Layout.fillWidth: true

                    Item {
                        implicitWidth: Theme.px(260)
                    }
                    Repeater {
                        model: page.adults

                        RowLayout {
                            id: head
                            required property var modelData
                            spacing: Theme.px(10)
                            Layout.fillWidth: true
                            Layout.preferredWidth: Theme.px(300)

                            Creature {
                                kind: head.modelData.creature
                                side: Theme.px(40)
                            }
                            Words {
                                text: head.modelData.given
                                size: 22
                                font.weight: Font.DemiBold
                                Layout.fillWidth: true
                            }
                        }
                    }
                    Repeater {
                        model: page.cells()

                        Loader {
                            id: place
                            required property int index
                            required property var modelData
                            sourceComponent: modelData.pair ? pairCell : childHead
                            Layout.fillWidth: true
                            Layout.preferredWidth: Theme.px(modelData.pair ? 300 : 260)

                            Component {
                                id: pairCell

                                PairCell {
                                    objectName: "pair-" + place.index
                                    pair: place.modelData.pair
                                    adult: place.modelData.adult
                                    child: place.modelData.child
                                    onTapped: page.go(["families/tie", page.household, pair.child, pair.adult].join("/"))
                                }
                            }
                            Component {
                                id: childHead

                                RowLayout {
                                    spacing: Theme.px(10)

                                    Creature {
                                        kind: place.modelData.creature
                                        side: Theme.px(48)
                                    }
                                    Words {
                                        text: place.modelData.given
                                        size: 24
                                        font.weight: Font.Bold
                                        Layout.fillWidth: true
                                    }
                                }
                            }
                        }
                    }
                }
                Repeater {
                    model: page.young.filter(row => row.elsewhere.some(pair => pair.mustNotCollect)).map(row => row.child.given)

                    RowLayout {
                        id: other
                        required property string modelData
                        spacing: Theme.px(12)
                        Layout.fillWidth: true

                        Mark {
                            kind: "ban"
                            ink: "#B4342A"
                        }
                        Words {
                            text: qsTr("Un adulto che non abita qui NON deve ritirare %1.").arg(other.modelData)
                            size: 22
                            font.weight: Font.Bold
                            color: "#B4342A"
                            Layout.fillWidth: true
                        }
                    }
                }
            }
            RowLayout {
                spacing: Theme.px(20)
                Layout.fillWidth: true

                Sheet {
                    room: Theme.px(24)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(560)
                    Layout.alignment: Qt.AlignTop

                    Capital {
                        text: qsTr("Contatti")
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: (page.face?.contacts ?? []).length === 0
                        text: qsTr("Nessun numero scritto.")
                        size: 22
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: page.face?.contacts ?? []

                        FactLine {
                            required property var modelData
                            name: modelData.name
                            value: modelData.value
                            Layout.fillWidth: true
                        }
                    }
                }
                Sheet {
                    room: Theme.px(24)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(840)
                    Layout.alignment: Qt.AlignTop

                    Capital {
                        text: qsTr("Consensi")
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: (page.face?.consents ?? []).length === 0
                        text: qsTr("Nessun consenso ancora.")
                        size: 22
                        color: Theme.wait
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: page.face?.consents ?? []

                        RowLayout {
                            id: consent
                            required property var modelData
                            spacing: Theme.px(12)
                            Layout.fillWidth: true

                            Mark {
                                kind: consent.modelData.withdrawn === "" ? "tick" : "none"
                                ink: Theme.done
                            }
                            Words {
                                text: consent.modelData.name
                                size: 22
                                font.weight: Font.DemiBold
                                Layout.preferredWidth: Theme.px(150)
                            }
                            Words {
                                text: FamilySay.consent(consent.modelData)
                                size: 22
                                color: Theme.soft
                                Layout.fillWidth: true
                            }
                        }
                    }
                }
            }
        }
    }
}

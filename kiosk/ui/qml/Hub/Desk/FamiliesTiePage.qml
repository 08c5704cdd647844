// What one adult is to one child. What protects is set by anybody; only two people of safeguarding lift it again.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var pair: face?.pair ?? null
    readonly property string adult: face?.adult?.given ?? qsTr("Un adulto non scritto qui")
    readonly property string child: face?.child?.given ?? ""
    readonly property string here: [face?.household ?? "", face?.child?.id ?? "", pair?.adult ?? ""].join("/")
    readonly property bool ban: pair?.mustNotCollect ?? false
    property string sure: "" // "ban" or "lift": said once, done the second time

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        if (sure !== "")
            sure = "";
        else
            page.go("families/open/" + page.face.household);
    }
    function put(name: string, now: var, settled: int) {
        page.act("families/tie/" + page.here, {
            "name": name,
            "now": now,
            "settled": settled
        });
    }
    function turn(name: string) {
        const on = page.pair[FamilySay.camel(name)];
        if (name !== "must_not_collect")
            put(name, !on, 0);
        else if (on)
            sure = "lift";
        else
            sure = "ban";
    }

    onFaceChanged: sure = ""
    Component.onCompleted: forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("%1 per %2").arg(page.adult).arg(page.child)
            about: qsTr("Che cosa può fare, e fino a quando.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "done"
                label: qsTr("Alla famiglia")
                key: "Esc"
                onTapped: page.go("families/open/" + page.face.household)
            }
        }
        Scrolled {
            Layout.fillWidth: true
            Layout.fillHeight: true

            RowLayout {
                spacing: Theme.px(20)
                Layout.fillWidth: true

                Sheet {
                    room: Theme.px(30)
                    spacing: Theme.px(8)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(700)
                    Layout.alignment: Qt.AlignTop

                    RowLayout {
                        spacing: Theme.px(16)
                        Layout.fillWidth: true
                        Layout.bottomMargin: Theme.px(10)

                        Creature {
                            kind: page.face?.adult?.creature ?? ""
                            side: Theme.px(110)
                        }
                        Mark {
                            kind: page.ban ? "ban" : (page.pair?.holds ?? false) && (page.pair?.guardian || page.pair?.mayCollect) ? "tick" : "none"
                            ink: page.ban ? "#B4342A" : Theme.done
                            side: Theme.px(48)
                        }
                        Creature {
                            kind: page.face?.child?.creature ?? ""
                            side: Theme.px(110)
                        }
                        Item {
                            Layout.fillWidth: true
                        }
                    }
                    Repeater {
                        model: [["guardian", "T"], ["may_collect", "R"], ["emergency", "E"], ["must_not_collect", "N"]]

                        FlagLine {
                            id: flag
                            required property var modelData
                            name: modelData[0]
                            key: modelData[1]
                            on: page.pair?.[FamilySay.camel(modelData[0])] ?? false
                            also: page.face?.fields[FamilySay.camel(modelData[0])].also ?? []
                            Layout.fillWidth: true
                            onTurned: page.turn(modelData[0])
                            onSettled: value => page.put(modelData[0], value, also.length)
                        }
                    }
                }
                ColumnLayout {
                    spacing: Theme.px(20)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(760)
                    Layout.alignment: Qt.AlignTop

                    Sheet {
                        visible: page.sure !== ""
                        room: Theme.px(30)
                        ground: "#FBE3E0"
                        Layout.fillWidth: true

                        Words {
                            text: page.sure === "ban" ? qsTr("%1 non potrà ritirare %2. Per toglierlo serviranno due persone della tutela.").arg(page.adult).arg(page.child) : (page.face?.allowed?.weaken ?? false) ? qsTr("Il divieto resta finché una seconda persona della tutela, in centrale, dice di sì.") : qsTr("Il divieto lo toglie solo chi tutela i minori, insieme a una seconda persona in centrale.")
                            size: 24
                            font.weight: Font.DemiBold
                            color: "#B4342A"
                            Layout.fillWidth: true
                        }
                        RowLayout {
                            spacing: Theme.px(14)
                            Layout.fillWidth: true

                            DeskButton {
                                visible: page.sure === "ban" || (page.face?.allowed?.weaken ?? false)
                                objectName: "sure"
                                label: page.sure === "ban" ? qsTr("Non deve ritirare") : qsTr("Chiedi di toglierlo")
                                tone: "ask"
                                key: "S"
                                onTapped: {
                                    if (page.sure === "ban")
                                        page.put("must_not_collect", true, 0);
                                    else
                                        page.act("families/lift/" + page.here, {});
                                    page.sure = "";
                                }
                            }
                            DeskButton {
                                objectName: "not-sure"
                                label: qsTr("Lascia com’è")
                                key: "Esc"
                                onTapped: page.sure = ""
                            }
                        }
                    }
                    Sheet {
                        room: Theme.px(30)
                        spacing: Theme.px(16)
                        Layout.fillWidth: true

                        GridLayout {
                            columns: 2
                            columnSpacing: Theme.px(16)
                            rowSpacing: Theme.px(16)
                            uniformCellWidths: true
                            Layout.fillWidth: true

                            EditField {
                                name: "since"
                                label: qsTr("Dal")
                                hint: qsTr("da sempre")
                                written: page.face?.fields.since
                                day: true
                                Layout.fillWidth: true
                                onChanged: (name, now, settled) => page.put(name, now, settled)
                            }
                            EditField {
                                name: "until"
                                label: qsTr("Al")
                                hint: qsTr("senza fine")
                                written: page.face?.fields.until
                                day: true
                                Layout.fillWidth: true
                                onChanged: (name, now, settled) => page.put(name, now, settled)
                            }
                            EditTurn {
                                name: "basis"
                                label: qsTr("Perché")
                                written: page.face?.fields.basis
                                options: FamilySay.bases.map(basis => ({
                                            "value": basis,
                                            "words": FamilySay.basis(basis)
                                        }))
                                Layout.fillWidth: true
                                onChanged: (name, now, settled) => page.put(name, now, settled)
                            }
                            EditField {
                                name: "review"
                                label: qsTr("Da rivedere il")
                                hint: qsTr("mai")
                                written: page.face?.fields.review
                                day: true
                                Layout.fillWidth: true
                                onChanged: (name, now, settled) => page.put(name, now, settled)
                            }
                        }
                        Words {
                            visible: page.pair?.due ?? false
                            text: qsTr("Il giorno per rivederlo è arrivato.")
                            size: 22
                            font.weight: Font.DemiBold
                            color: Theme.wait
                            Layout.fillWidth: true
                        }
                    }
                }
            }
        }
    }
}

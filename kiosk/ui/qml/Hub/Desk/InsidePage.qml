// Who is inside, to be read aloud at the gate: large, by who is looked for first, and honest about whether that is everybody.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var numbers: face?.numbers ?? null
    readonly property int across: 3
    readonly property var lines: {
        const found = [];
        for (const part of face?.parts ?? []) {
            found.push({
                "id": "part-" + part.part,
                "part": part,
                "people": []
            });
            for (let at = 0; at < part.rows.length; at += across)
                found.push({
                    "id": part.rows[at].id,
                    "part": null,
                    "people": part.rows.slice(at, at + across)
                });
        }
        return found;
    }

    function back() {
        page.go("today");
    }
    function part(of: string): string {
        return ({
                "children": qsTr("Bambini e ragazzi"),
                "unknown": qsTr("Tessere senza nome"),
                "groups": qsTr("Gruppi e persone senza nome"),
                "guests": qsTr("Ospiti di un giorno"),
                "adults": qsTr("Adulti"),
                "educators": qsTr("Educatori")
            })[of] ?? "";
    }
    function counts(): var {
        const n = numbers;
        return [[n?.children ?? 0, qsTr("bambini")], [n?.adults ?? 0, qsTr("adulti")], [n?.educators ?? 0, qsTr("educatori")], [n?.unknown ?? 0, qsTr("senza nome")], [n?.groups ?? 0, qsTr("gruppi")], [n?.guests ?? 0, qsTr("ospiti")]].filter((each, at) => at < 3 || each[0] > 0);
    }

    Keyed {
        id: keyed
        rows: page.lines
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(20)

        PageHead {
            title: qsTr("Chi è dentro")
            about: qsTr("Adesso, %1").arg(DeskSay.moment(page.face?.at))
            Layout.fillWidth: true

            DeskButton {
                objectName: "print"
                tone: "dark"
                label: qsTr("Stampa l’elenco")
                key: "P"
                onTapped: page.act("inside/print", {})
            }
        }
        SilenceBand {
            missing: page.face?.missing ?? []
            copied: page.face?.copied ?? true
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.px(18)
            Layout.fillWidth: true
            Layout.fillHeight: false

            Sheet {
                room: Theme.px(24)
                ground: "#1B7A45"
                Layout.fillHeight: true
                Layout.minimumWidth: Theme.px(280)

                Words {
                    objectName: "inside"
                    text: String(page.numbers?.inside ?? 0)
                    size: 76
                    font.weight: Font.Bold
                    color: Theme.onDark
                    wrapMode: Text.NoWrap
                }
                Words {
                    text: qsTr("persone dentro")
                    size: 23
                    color: Theme.onDark
                    Layout.fillWidth: true
                }
            }
            Sheet {
                room: Theme.px(24)
                Layout.fillWidth: true
                Layout.fillHeight: true

                RowLayout {
                    spacing: Theme.px(44)
                    Layout.fillWidth: true

                    Repeater {
                        model: page.counts()

                        ColumnLayout {
                            id: each
                            required property var modelData
                            spacing: Theme.px(4)

                            Words {
                                text: String(each.modelData[0])
                                size: 46
                                font.weight: Font.Bold
                                wrapMode: Text.NoWrap
                            }
                            Words {
                                text: each.modelData[1]
                                size: 22
                                color: Theme.soft
                                wrapMode: Text.NoWrap
                            }
                        }
                    }
                    Item {
                        Layout.fillWidth: true
                    }
                }
            }
            Sheet {
                room: Theme.px(24)
                spacing: Theme.px(10)
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(460)

                Repeater {
                    model: page.face?.stations ?? []

                    RowLayout {
                        id: station
                        required property var modelData
                        readonly property bool silent: (page.face?.missing ?? []).some(one => one.name === modelData.name)
                        spacing: Theme.px(12)
                        Layout.fillWidth: true

                        Picture {
                            name: station.silent ? "ask-first" : "state-present"
                            side: Theme.px(28)
                        }
                        Words {
                            text: station.modelData.name
                            size: 22
                            font.weight: Font.DemiBold
                            Layout.fillWidth: true
                        }
                        Words {
                            text: station.modelData.own ? qsTr("questa") : station.modelData.at ? DeskSay.moment(station.modelData.at) : qsTr("mai sentita")
                            size: 22
                            color: station.silent ? "#8E2A18" : Theme.soft
                        }
                    }
                }
            }
        }
        Sheet {
            room: Theme.px(24)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                ListView {
                    id: list
                    objectName: "everybody"
                    anchors.fill: parent
                    anchors.rightMargin: Theme.px(18)
                    focus: true
                    activeFocusOnTab: true
                    clip: true
                    cacheBuffer: 0
                    model: keyed.model
                    boundsBehavior: Flickable.StopAtBounds
                    highlightMoveDuration: 0
                    Accessible.role: Accessible.List
                    Accessible.name: qsTr("Chi è dentro")
                    delegate: InsideLine {
                        required property string rowId
                        width: list.width
                        shown: keyed.byId[rowId] ?? null
                        across: page.across
                        title: page.part(shown?.part?.part ?? "")
                    }

                    function scroll(by: real) {
                        contentY = Math.max(originY, Math.min(originY + Math.max(0, contentHeight - height), contentY + by));
                    }
                    Keys.onPressed: event => {
                        const by = ({
                                [Qt.Key_Down]: Theme.px(90),
                                [Qt.Key_Up]: -Theme.px(90),
                                [Qt.Key_PageDown]: height * 0.9,
                                [Qt.Key_PageUp]: -height * 0.9,
                                [Qt.Key_Home]: -contentHeight,
                                [Qt.Key_End]: contentHeight
                            })[event.key];
                        if (by !== undefined) {
                            scroll(by);
                            event.accepted = true;
                        }
                    }
                }
                Rectangle {
                    visible: list.activeFocus
                    anchors.fill: list
                    anchors.margins: -Theme.px(8)
                    radius: Theme.px(14)
                    color: "transparent"
                    border.width: Theme.px(3)
                    border.color: Theme.focus
                }
                ScrollHandle {
                    list: list
                }
                Quiet {
                    visible: list.count === 0
                    anchors.centerIn: parent
                    width: parent.width
                    words: qsTr("Dentro non c’è nessuno.")
                    more: (page.face?.missing ?? []).length > 0 ? qsTr("Guarda lo stesso: una stazione non si sente.") : ""
                }
            }
        }
    }
}

// Somebody is let go: with whom? Who may collect is chosen, who must not is red, and whoever came along may leave, too.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string visit: face?.visit ?? ""
    readonly property var person: face?.person ?? null
    readonly property var found: face?.found ?? []
    readonly property bool free: (face?.way ?? "with_adult") !== "with_adult" // they may leave without an adult
    property string adult: "" // chosen: a person's id
    property var also: [] // visits of others who leave with them
    readonly property var chosen: [...(face?.adults ?? []), ...(face?.keptAway ?? []), ...found].find(one => one.person.id === adult) ?? null

    function words(said: var): string {
        return DaySay.said(said);
    }
    function pick(who: string) {
        adult = adult === who ? "" : who;
    }
    function along(other: string) {
        also = also.includes(other) ? also.filter(one => one !== other) : [...also, other];
    }
    function confirm() {
        if (adult !== "")
            page.act("today/let_go/" + visit, {
                "adult": adult,
                "also": also
            });
        else if (free)
            alone();
    }
    function alone() {
        page.act("today/let_go/" + visit, {
            "adult": "",
            "activity": face?.activity ?? "",
            "also": also
        });
    }

    onVisitChanged: {
        adult = "";
        also = [];
    }
    Keys.onReturnPressed: confirm()
    Keys.onEnterPressed: confirm()
    Component.onCompleted: search.text = face?.text ?? ""

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        RowLayout {
            spacing: Theme.px(22)
            Layout.fillWidth: true
            Layout.fillHeight: false

            Creature {
                kind: page.person?.creature ?? ""
                side: Theme.px(92)
            }
            PageHead {
                title: page.person ? qsTr("Con chi esce %1?").arg(DaySay.read(page.person)) : qsTr("Con chi esce?")
                about: [DaySay.years(page.person), page.person?.latin ? page.person.name : ""].filter(part => part !== "").join(" · ")
                Layout.fillWidth: true

                DeskButton {
                    objectName: "back"
                    label: qsTr("Torna a oggi")
                    key: "Esc"
                    onTapped: page.back()
                }
            }
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Scrolled {
                spacing: Theme.px(20)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(980)

                Sheet {
                    visible: page.person === null
                    room: Theme.px(36)
                    Layout.fillWidth: true

                    Quiet {
                        picture: "ask-first"
                        words: qsTr("Questa tessera qui non è conosciuta.")
                        more: qsTr("Non sappiamo chi può ritirare: decidi tu, con il tuo nome.")
                        Layout.fillWidth: true
                    }
                }
                AdultTiles {
                    id: adults
                    adults: page.face?.adults ?? []
                    chosen: page.adult
                    focus: true
                    Layout.fillWidth: true
                    onPicked: person => page.pick(person)
                    onMain: page.confirm()
                }
                Words {
                    visible: page.person !== null && (page.face?.adults ?? []).length === 0
                    text: qsTr("Nessun adulto scritto per il ritiro.")
                    size: 25
                    color: Theme.soft
                    Layout.fillWidth: true
                }
                Sheet {
                    objectName: "ask-safeguarding"
                    visible: page.face?.askSafeguarding ?? false
                    room: Theme.px(20)
                    ground: "#FFEFC9"
                    Layout.fillWidth: true

                    RowLayout {
                        spacing: Theme.px(16)
                        Layout.fillWidth: true

                        Picture {
                            name: "ask-first"
                            side: Theme.px(56)
                        }
                        Words {
                            text: qsTr("C’è un divieto: qualcuno non deve ritirare. Prima di affidarlo a chi è nuovo, senti la tutela minori.")
                            size: 25
                            font.weight: Font.DemiBold
                            Layout.fillWidth: true
                        }
                    }
                }
                Sheet {
                    visible: page.free
                    room: Theme.px(20)
                    ground: "#E6F5E9"
                    Layout.fillWidth: true

                    RowLayout {
                        spacing: Theme.px(16)
                        Layout.fillWidth: true

                        Picture {
                            name: "state-left"
                            side: Theme.px(40)
                        }
                        Words {
                            text: page.face?.way === "on_their_own" ? qsTr("Ha almeno 14 anni: esce per conto suo.") : page.face?.activity ? qsTr("Esce senza adulti, con il permesso scritto, dopo: %1.").arg(page.face.after || qsTr("l’attività indicata")) : qsTr("Esce senza adulti, con il permesso scritto di chi è tutore.")
                            size: 23
                            Layout.fillWidth: true
                        }
                    }
                }
                Sheet {
                    visible: page.person !== null
                    room: Theme.px(20)
                    Layout.fillWidth: true

                    Field {
                        id: search
                        objectName: "search"
                        label: qsTr("Viene un altro adulto")
                        hint: qsTr("Il suo nome, in ogni alfabeto")
                        key: "/"
                        Layout.fillWidth: true
                        onEdited: text => page.go("today/leave/" + page.visit + (text === "" ? "" : "?" + text))
                    }
                    AdultTiles {
                        visible: page.found.length > 0
                        adults: page.found
                        chosen: page.adult
                        firstKey: 0
                        Layout.fillWidth: true
                        onPicked: person => page.pick(person)
                        onMain: page.confirm()
                    }
                    Words {
                        visible: search.text !== "" && page.face?.text === search.text && page.found.length === 0
                        text: qsTr("Nessun altro adulto con questo nome. Se è scritto qui sopra, scegli la sua scheda.")
                        size: 22
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                }
                RowLayout {
                    spacing: Theme.px(14)
                    Layout.fillWidth: true

                    DeskButton {
                        objectName: "stranger"
                        tone: "paper"
                        label: qsTr("Con un adulto che non è scritto…")
                        key: "X"
                        onTapped: page.go("today/stop/" + page.visit + "/somebody")
                    }
                    DeskButton {
                        objectName: "against-alone"
                        visible: !page.free
                        tone: "paper"
                        label: qsTr("Senza adulti…")
                        key: "Z"
                        onTapped: page.go("today/stop/" + page.visit + "/")
                    }
                }
            }
            Scrolled {
                visible: (page.face?.keptAway ?? []).length + (page.face?.others ?? []).length > 0
                spacing: Theme.px(20)
                Layout.preferredWidth: Theme.px(450)
                Layout.maximumWidth: Theme.px(450)
                Layout.fillHeight: true

                Sheet {
                    visible: (page.face?.keptAway ?? []).length > 0
                    room: Theme.px(22)
                    ground: "#FCE9E6"
                    Layout.fillWidth: true

                    RowLayout {
                        spacing: Theme.px(14)
                        Layout.fillWidth: true

                        Picture {
                            name: "stop"
                            side: Theme.px(56)
                        }
                        Words {
                            objectName: "kept-away"
                            text: qsTr("Non deve ritirare")
                            size: 27
                            font.weight: Font.Bold
                            color: "#8E2A18"
                            Layout.fillWidth: true
                        }
                    }
                    AdultTiles {
                        columns: 1
                        adults: page.face?.keptAway ?? []
                        chosen: page.adult
                        firstKey: 0
                        Layout.fillWidth: true
                        onPicked: person => page.pick(person)
                        onMain: page.confirm()
                    }
                }
                Sheet {
                    visible: (page.face?.others ?? []).length > 0
                    room: Theme.px(22)
                    Layout.fillWidth: true

                    Words {
                        text: qsTr("Escono insieme?")
                        size: 24
                        font.weight: Font.Bold
                        Layout.fillWidth: true
                    }
                    Keyed {
                        id: others
                        rows: page.face?.others ?? []
                    }
                    Repeater {
                        model: others.model

                        ChoiceTile {
                            required property string rowId
                            objectName: "also-" + rowId
                            person: others.byId[rowId] ?? null
                            about: DaySay.years(person)
                            chosen: page.also.includes(rowId)
                            Layout.fillWidth: true
                            onTapped: page.along(rowId)
                            onMain: page.confirm()
                        }
                    }
                }
            }
        }
        Sheet {
            visible: page.person !== null
            room: Theme.px(22)
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.px(24)
                Layout.fillWidth: true

                Words {
                    objectName: "chosen"
                    text: page.chosen ? [DaySay.read(page.chosen.person) || qsTr("Adulto senza nome"), DaySay.standing(page.chosen.standing)].join(" · ") : page.free ? qsTr("Può uscire senza adulti, o con chi viene a prendere.") : qsTr("Scegli chi viene a prendere.")
                    size: 26
                    font.weight: page.chosen ? Font.Bold : Font.Normal
                    color: page.chosen?.standing === "must_not_collect" ? "#B4342A" : page.chosen ? Theme.ink : Theme.soft
                    Layout.fillWidth: true
                }
                DeskButton {
                    objectName: "confirm"
                    tone: page.chosen?.standing === "must_not_collect" ? "ask" : "dark"
                    size: 27
                    enabled: page.adult !== "" || page.free
                    label: page.adult === "" && page.free ? qsTr("Esce senza adulti") : page.also.length > 0 ? qsTr("Escono in %1").arg(page.also.length + 1) : qsTr("Esce")
                    key: qsTr("Invio")
                    implicitHeight: Theme.px(72)
                    onTapped: page.confirm()
                }
            }
        }
    }
}

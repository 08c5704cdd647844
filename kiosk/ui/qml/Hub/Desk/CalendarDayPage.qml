// A day is changed: as every week, closed and why, hours of its own, or new hours for that weekday from then on.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string day: face?.day ?? ""
    readonly property bool edits: (face?.lead?.edits ?? false) && !(face?.past ?? true)
    readonly property string first: !face?.differs ? "weekly" : face.rows.length === 0 ? "closed" : "hours"
    readonly property bool typing: edits && (how === "hours" || how === "every")
    property string how: "weekly"
    property string why: ""

    function words(said: var): string {
        return CalendarSay.said(said);
    }
    function back() {
        page.go("calendar//" + day);
    }
    function choose(next: string) {
        if (next === how)
            return;
        how = next;
        fill(next === "every" ? face?.weekly ?? [] : face?.rows ?? []);
        Qt.callLater(resume);
    }
    // The cursor goes to what is to be said next.
    function resume() {
        const next = typing ? lines.itemAt(0) as HoursRow : null;
        if (next)
            next.resume();
    }
    function clear(row: int) {
        hours.remove(row);
        Qt.callLater(() => (lines.itemAt(Math.min(row, hours.count - 1)) as HoursRow)?.resume());
    }
    // One row more than there are hours: whoever writes into it gets another.
    function fill(rows: var) {
        hours.clear();
        for (const row of [...rows, blank()])
            hours.append(row);
    }
    function blank(): var {
        return {
            "opens": "",
            "closes": "",
            "places": ""
        };
    }
    function confirm() {
        if (!edits)
            return;
        const rows = [];
        for (let at = 0; at < lines.count; at++) {
            const line = lines.itemAt(at) as HoursRow;
            rows.push({
                "opens": line.opens,
                "closes": line.closes,
                "places": line.places
            });
        }
        page.act("calendar/put/" + day, {
            "how": how,
            "why": how === "closed" || how === "hours" ? why : "",
            "rows": rows
        });
    }
    function said(rows: var): string {
        return rows.length === 0 ? qsTr("Chiuso") : rows.map(row => row.places === "" ? qsTr("%1–%2").arg(row.opens).arg(row.closes) : qsTr("%1–%2, %3 posti").arg(row.opens).arg(row.closes).arg(row.places)).join("\n");
    }

    Component.onCompleted: {
        how = first;
        why = face?.why ?? "";
        fill(face?.rows ?? []);
        ways.begin();
    }
    // A field passes Enter on: it is heard here alone, or it would count twice.
    Keys.onReturnPressed: confirm()
    Keys.onEnterPressed: confirm()

    ListModel {
        id: hours
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        PageHead {
            title: CalendarSay.capital(DeskSay.longDay(page.day))
            about: page.edits ? qsTr("Vale subito qui, e per tutti appena passa il tram.") : page.face?.past ? qsTr("Un giorno passato resta com’era.") : ""
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: qsTr("Torna al calendario")
                key: "Esc"
                onTapped: page.back()
            }
        }
        LeadNote {
            lead: page.face?.lead ?? null
            Layout.fillWidth: true
        }
        Rectangle {
            visible: page.edits && (page.face?.expected ?? 0) > 0
            radius: Theme.px(18)
            color: "#FFEFC9"
            implicitHeight: promised.implicitHeight + 2 * Theme.px(14)
            Layout.fillWidth: true

            Words {
                id: promised
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.px(22)
                text: DaySay.several(page.face?.expected ?? 0, qsTr("1 persona ha un posto in questo giorno. Se il suo turno va via, la promessa resta: parlale."), qsTr("%1 persone hanno un posto in questo giorno. Se il loro turno va via, la promessa resta: parla con loro."))
                size: 22
                font.weight: Font.DemiBold
                color: "#6B4600"
            }
        }
        RowLayout {
            spacing: Theme.px(22)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Sheet {
                id: ways

                function begin() {
                    const first = each.itemAt(each.model.indexOf(page.first)) as Choice;
                    if (page.edits && first)
                        first.forceActiveFocus();
                }

                visible: page.edits
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(560)
                Layout.maximumWidth: Theme.px(560)
                Layout.alignment: Qt.AlignTop

                Capital {
                    text: qsTr("Com’è questo giorno")
                    Layout.fillWidth: true
                }
                Repeater {
                    id: each
                    model: ["weekly", "closed", "hours", "every"]

                    Choice {
                        required property int index
                        required property string modelData
                        objectName: "how-" + modelData
                        label: ({
                                "weekly": qsTr("Come %1").arg(CalendarSay.every(page.day).toLowerCase()),
                                "closed": qsTr("Chiuso, solo questo giorno"),
                                "hours": qsTr("Altri orari, solo questo giorno"),
                                "every": qsTr("Nuovi orari, %1 da qui in poi").arg(CalendarSay.every(page.day).toLowerCase())
                            })[modelData]
                        key: String(index + 1)
                        chosen: page.how === modelData
                        Layout.fillWidth: true
                        onTapped: page.choose(modelData)
                        onMain: page.confirm()
                    }
                }
            }
            Sheet {
                Layout.fillWidth: true
                Layout.fillHeight: page.typing
                Layout.alignment: Qt.AlignTop

                Capital {
                    text: !page.edits ? qsTr("Orari") : ({
                            "weekly": CalendarSay.every(page.day),
                            "closed": qsTr("Perché"),
                            "hours": qsTr("Orari di questo giorno"),
                            "every": qsTr("%1, da questo giorno").arg(CalendarSay.every(page.day))
                        })[page.how] ?? ""
                    Layout.fillWidth: true
                }
                Words {
                    objectName: "standing"
                    visible: !page.edits || page.how === "weekly"
                    text: page.said(page.edits ? page.face?.weekly ?? [] : page.face?.rows ?? [])
                    size: 28
                    font.weight: Font.DemiBold
                    lineHeight: 1.35
                    Layout.fillWidth: true
                }
                Words {
                    visible: !page.edits && text !== ""
                    text: CalendarSay.closure(page.face?.why ?? "")
                    size: 24
                    color: Theme.soft
                    Layout.fillWidth: true
                }
                Scrolled {
                    id: scrolled
                    visible: page.typing
                    spacing: Theme.px(10)
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    Repeater {
                        id: lines
                        model: hours

                        HoursRow {
                            id: line
                            required property int index
                            required property var model
                            number: index + 1
                            Layout.fillWidth: true
                            Component.onCompleted: {
                                opens = model.opens;
                                closes = model.closes;
                                places = model.places;
                            }
                            onEdited: if (index === hours.count - 1 && !blank && hours.count < 24)
                                hours.append(page.blank())
                            onCleared: page.clear(index)
                            onActiveFocusChanged: if (activeFocus)
                                scrolled.show(line)
                        }
                    }
                    Words {
                        text: page.how === "every" ? qsTr("Tutto vuoto: chiuso. I giorni già cambiati e le stagioni dopo restano.") : qsTr("Senza posti si entra liberamente. Con i posti è un turno.")
                        size: 20
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                }
                RowLayout {
                    visible: page.edits && page.how === "hours"
                    spacing: Theme.px(16)
                    Layout.fillWidth: true

                    Words {
                        text: qsTr("Perché")
                        size: 21
                        font.weight: Font.DemiBold
                        color: Theme.soft
                    }
                    Turn {
                        objectName: "why"
                        label: qsTr("Perché")
                        options: [
                            {
                                "value": "",
                                "words": qsTr("senza dirlo")
                            },
                            ...(page.face?.whys ?? []).map(why => ({
                                        "value": why,
                                        "words": CalendarSay.closure(why)
                                    }))]
                        value: page.why
                        Layout.fillWidth: true
                        onChosen: value => page.why = value
                        Keys.onReturnPressed: page.confirm()
                        Keys.onEnterPressed: page.confirm()
                    }
                }
                GridLayout {
                    visible: page.edits && page.how === "closed"
                    columns: 2
                    columnSpacing: Theme.px(12)
                    rowSpacing: Theme.px(12)
                    uniformCellWidths: true
                    Layout.fillWidth: true
                    Layout.fillHeight: false

                    Repeater {
                        model: page.face?.whys ?? []

                        Choice {
                            required property string modelData
                            objectName: "why-" + modelData
                            label: CalendarSay.closure(modelData)
                            key: CalendarSay.key(modelData)
                            chosen: page.why === modelData
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            onTapped: page.why = modelData
                            onMain: page.confirm()
                        }
                    }
                }
                DeskButton {
                    objectName: "confirm"
                    visible: page.edits
                    tone: "dark"
                    size: 25
                    enabled: page.how !== "closed" || page.why !== ""
                    label: ({
                            "weekly": qsTr("Lascia come ogni settimana"),
                            "closed": qsTr("Chiudi questo giorno"),
                            "hours": qsTr("Salva questi orari"),
                            "every": qsTr("Salva per ogni settimana")
                        })[page.how] ?? ""
                    key: qsTr("Invio")
                    implicitHeight: Theme.px(68)
                    Layout.topMargin: Theme.px(8)
                    Layout.alignment: Qt.AlignRight
                    onTapped: page.confirm()
                }
            }
        }
        Item {
            visible: !page.typing
            Layout.fillHeight: true
        }
    }
}

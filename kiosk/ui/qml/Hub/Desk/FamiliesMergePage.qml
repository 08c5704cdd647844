// Somebody was registered twice: the other is looked for, both stand side by side, and one of the two is kept.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Page {
    id: page

    readonly property var one: face?.one ?? null
    readonly property var other: face?.other ?? null
    readonly property string here: (face?.household ?? "") + "/" + (one?.who.id ?? "")
    property int at: 0
    readonly property var hits: other === null && search.text.trim() !== "" ? face?.hits ?? [] : []

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        page.go(other ? "families/merge/" + here : "families/person/" + here);
    }
    function choose(hit: var) {
        if (hit)
            page.go("families/merge/" + here + "/" + hit.who.id);
    }
    function merge(keep: var, drop: var) {
        page.act("families/merge/" + keep.id + "/" + drop.id, {});
    }

    onOtherChanged: if (other)
        forceActiveFocus()
    else
        search.resume()
    Component.onCompleted: if (other)
        forceActiveFocus()
    else
        search.resume()

    Keyed {
        id: found
        rows: page.hits
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: page.other ? qsTr("È la stessa persona?") : qsTr("Registrata due volte?")
            about: page.other ? qsTr("Le due schede restano: cambia solo che sono una persona. Si può annullare.") : qsTr("Cerca l’altra scheda di %1.").arg(page.one?.who.given ?? "")
            Layout.fillWidth: true

            DeskButton {
                objectName: "done"
                label: qsTr("Indietro")
                key: "Esc"
                onTapped: page.back()
            }
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            Layout.fillHeight: page.other === null

            MergeSide {
                side: page.one
                same: page.face?.same ?? []
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(700)
                Layout.alignment: Qt.AlignTop
            }
            MergeSide {
                visible: page.other !== null
                side: page.other
                same: page.face?.same ?? []
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(700)
                Layout.alignment: Qt.AlignTop
            }
            Sheet {
                visible: page.other === null
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(760)

                Field {
                    id: search
                    objectName: "search"
                    hint: qsTr("Un nome, in ogni alfabeto")
                    key: "/"
                    focus: true
                    Layout.fillWidth: true
                    onEdited: text => {
                        page.at = 0;
                        page.go("families/merge/" + page.here + "?" + text.trim());
                    }
                    onAccepted: page.choose(page.hits[page.at])
                    Keys.onUpPressed: page.at = Math.max(0, page.at - 1)
                    Keys.onDownPressed: page.at = Math.min(page.hits.length - 1, page.at + 1)
                }
                Scrolled {
                    spacing: Theme.px(4)
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    Repeater {
                        model: found.model

                        PersonLine {
                            required property int index
                            required property string rowId
                            readonly property var hit: found.byId[rowId] ?? null
                            objectName: "hit-" + index
                            who: hit?.who ?? null
                            chosen: index === page.at
                            Layout.fillWidth: true
                            onTapped: page.choose(hit)
                        }
                    }
                }
            }
        }
        RowLayout {
            visible: page.other !== null
            spacing: Theme.px(24)
            Layout.fillWidth: true

            DeskButton {
                objectName: "keep-first"
                label: qsTr("Sì: vale la prima")
                key: "1"
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(700)
                onTapped: page.merge(page.one.who, page.other.who)
            }
            DeskButton {
                objectName: "keep-second"
                label: qsTr("Sì: vale la seconda")
                key: "2"
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(700)
                onTapped: page.merge(page.other.who, page.one.who)
            }
        }
        Item {
            visible: page.other !== null
            Layout.fillHeight: true
        }
    }
}

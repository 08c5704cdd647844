// A family chooses its three pictures of nine, in order; a key or a click each. They are never written anywhere else.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    property var chosen: []
    readonly property int most: face?.chosen ?? 3
    readonly property bool full: chosen.length === most

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        if (chosen.length > 0)
            chosen = chosen.slice(0, -1);
        else
            page.go("families/open/" + page.face.household);
    }
    function choose(name: string) {
        if (!full && !chosen.includes(name))
            chosen = [...chosen, name];
    }
    function keep() {
        if (full)
            page.act("families/secret/" + page.face.household, {
                "pictures": chosen
            });
        chosen = [];
    }

    Keys.onReturnPressed: keep()
    Keys.onEnterPressed: keep()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace) {
            page.chosen = page.chosen.slice(0, -1);
            event.accepted = true;
        }
    }
    Component.onCompleted: forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Tre figure per %1").arg(page.face?.label ?? "")
            about: (page.face?.set ?? false) ? qsTr("Le sceglie la famiglia, in ordine. Prendono il posto di quelle di prima.") : qsTr("Le sceglie la famiglia, in ordine.")
            Layout.fillWidth: true

            DeskButton {
                objectName: "keep"
                label: qsTr("Tienile")
                tone: "dark"
                key: qsTr("Invio")
                enabled: page.full
                onTapped: page.keep()
            }
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                columns: 3
                columnSpacing: Theme.px(16)
                rowSpacing: Theme.px(16)
                uniformCellWidths: true
                uniformCellHeights: true
                Layout.fillHeight: true
                Layout.preferredWidth: height
                Layout.maximumWidth: page.width * 0.6

                Repeater {
                    model: page.face?.pictures ?? []

                    PictureTile {
                        required property int index
                        required property string modelData
                        objectName: "picture-" + modelData
                        picture: modelData
                        place: page.chosen.indexOf(modelData) + 1
                        key: String(index + 1)
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onTapped: page.choose(modelData)
                    }
                }
            }
            Sheet {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop

                Capital {
                    text: qsTr("In quest’ordine")
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.most

                    RowLayout {
                        id: slot
                        required property int index
                        readonly property string picture: page.chosen[index] ?? ""
                        spacing: Theme.px(16)
                        Layout.fillWidth: true

                        Words {
                            text: String(slot.index + 1)
                            size: 38
                            font.weight: Font.Bold
                            color: slot.picture === "" ? Theme.soft : Theme.ink
                        }
                        Words {
                            text: slot.picture === "" ? "…" : FamilySay.picture(slot.picture)
                            size: 32
                            font.weight: Font.DemiBold
                            color: slot.picture === "" ? Theme.soft : Theme.ink
                            Layout.fillWidth: true
                        }
                    }
                }
                DeskButton {
                    objectName: "again"
                    label: qsTr("Da capo")
                    tone: "paper"
                    size: 21
                    enabled: page.chosen.length > 0
                    onTapped: page.chosen = []
                }
                Words {
                    text: qsTr("Servono per vedere iscrizioni e voucher. Per entrare basta la tessera.")
                    size: 21
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
        }
    }
}

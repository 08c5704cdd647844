// Who says that it is them: the family with its three pictures, or a worker, or above an amount two of them.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var cards: face?.cards ?? []
    readonly property int serial: face?.serial ?? 0
    readonly property var card: cards.find(one => one.serial === serial) ?? null
    readonly property bool guest: face?.guest ?? false // a card from another hub
    readonly property string path: face?.path ?? ""
    property var chosen: []

    function words(said: var): string {
        return VoucherSay.said(said);
    }
    function back() {
        if (chosen.length > 0)
            chosen = chosen.slice(0, -1);
        else if (serial !== 0)
            page.go("vouchers/say/" + path);
        else
            page.go("vouchers/use/" + path);
    }
    function choose(name: string) {
        if (chosen.includes(name))
            return;
        chosen = [...chosen, name];
        if (chosen.length === 3)
            say({
                "pictures": chosen
            });
    }
    function say(answer: var) {
        page.act("vouchers/pay/" + path, Object.assign({
            "serial": serial
        }, answer));
        chosen = [];
    }
    function alone() {
        if (face?.alone)
            page.act("vouchers/pay/" + path, {});
        else
            page.go("vouchers/second/pay/" + path);
    }

    Component.onCompleted: forceActiveFocus()
    Keys.onReturnPressed: if (serial === 0)
        alone()
    Keys.onEnterPressed: if (serial === 0)
        alone()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(22)

        PageHead {
            title: page.serial === 0 ? qsTr("Chi conferma?") : page.card?.means === "pin" ? qsTr("Il PIN di %1").arg(page.card?.person?.given ?? "") : qsTr("Le tre figure, in ordine")
            about: VoucherSay.along([VoucherSay.read(page.face?.person), VoucherSay.title(page.face), VoucherSay.euro(page.face?.bars?.pays ?? 0)])
            Layout.fillWidth: true

            DeskButton {
                objectName: "back"
                label: page.serial === 0 ? qsTr("Cambia qualcosa") : qsTr("In un altro modo")
                key: "Esc"
                onTapped: page.back()
            }
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            Layout.fillHeight: nine.visible

            GridLayout {
                id: nine
                visible: page.card !== null && page.card.means === "pictures"
                columns: 3
                columnSpacing: Theme.px(16)
                rowSpacing: Theme.px(16)
                uniformCellWidths: true
                uniformCellHeights: true
                Layout.fillHeight: true
                Layout.preferredWidth: height
                Layout.maximumWidth: page.width * 0.56

                Repeater {
                    model: page.card?.means === "pictures" ? page.face?.pictures ?? [] : []

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
                visible: page.card !== null && page.card.means === "pin"
                room: Theme.px(48)
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop

                PinPad {
                    objectName: "pin"
                    length: 4
                    focus: visible
                    Layout.alignment: Qt.AlignHCenter
                    onVisibleChanged: if (visible)
                        forceActiveFocus()
                    onEntered: digits => page.say({
                            "pin": digits
                        })
                }
            }
            ColumnLayout {
                visible: page.card === null
                spacing: Theme.px(18)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(820)
                Layout.alignment: Qt.AlignTop

                Capital {
                    visible: !page.guest
                    text: qsTr("La famiglia, con le sue figure")
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.cards

                    ChoiceTile {
                        required property int index
                        required property var modelData
                        objectName: "card-" + index
                        person: modelData.person
                        about: modelData.left === 0 ? qsTr("Per oggi basta tentativi") : modelData.means === "pin" ? qsTr("con il suo PIN") : qsTr("con le tre figure")
                        enabled: modelData.left > 0
                        key: index < 9 ? String(index + 1) : ""
                        Layout.fillWidth: true
                        onTapped: page.go("vouchers/say/" + page.path + "/" + modelData.serial)
                        onMain: page.go("vouchers/say/" + page.path + "/" + modelData.serial)
                    }
                }
                Words {
                    visible: page.cards.length === 0
                    text: page.guest ? qsTr("La tessera è di un altro hub: le sue figure qui non si conoscono.") : qsTr("Nessuna tessera di questa famiglia ha figure o PIN: si scelgono da Famiglie.")
                    size: 22
                    color: Theme.soft
                    Layout.fillWidth: true
                }
                Words {
                    text: qsTr("Oppure passa la tessera della famiglia.")
                    visible: page.cards.length > 0
                    size: 22
                    color: Theme.soft
                    Layout.fillWidth: true
                }
                Capital {
                    text: page.guest ? (page.face?.alone ? qsTr("Tu, con il tuo nome") : qsTr("In due")) : page.face?.alone ? qsTr("Oppure tu, con il tuo nome") : qsTr("Oppure in due")
                    Layout.topMargin: Theme.px(14)
                    Layout.fillWidth: true
                }
                DeskButton {
                    objectName: "alone"
                    tone: "dark"
                    size: 25
                    label: page.face?.alone ? page.guest ? qsTr("Confermo io") : qsTr("Conosco la famiglia: confermo io") : qsTr("Conferma un’altra persona con me")
                    key: qsTr("Invio")
                    implicitHeight: Theme.px(72)
                    Layout.fillWidth: true
                    onTapped: page.alone()
                }
                Words {
                    text: page.face?.alone ? qsTr("Fino a %1 basta una persona del banco. Resta scritto chi.").arg(VoucherSay.euro(page.face?.above ?? 0)) : qsTr("Sopra %1 servono due persone del banco, se la famiglia non dice le figure.").arg(VoucherSay.euro(page.face?.above ?? 0))
                    size: 22
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
            Sheet {
                room: Theme.px(34)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(560)
                Layout.alignment: Qt.AlignTop

                RowLayout {
                    spacing: Theme.px(18)
                    Layout.fillWidth: true

                    Creature {
                        kind: page.face?.person?.creature ?? ""
                        side: Theme.px(72)
                    }
                    Words {
                        text: VoucherSay.title(page.face)
                        size: 28
                        font.weight: Font.Bold
                        Layout.fillWidth: true
                    }
                }
                MoneyBars {
                    bars: page.face?.bars ?? null
                    Layout.fillWidth: true
                }
            }
        }
        Item {
            visible: !nine.visible
            Layout.fillHeight: true
        }
    }
}

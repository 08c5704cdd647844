// One sign-up of one's own: how it stands, the date to take along, and what may be done.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var signup: face?.signup ?? null
    readonly property var dates: signup?.dates ?? []
    readonly property var acts: face?.acts ?? []
    readonly property bool discreet: signup?.discreet ?? false
    readonly property bool offered: signup?.state === "offered"
    readonly property string until: (signup?.until ?? null) === null ? "" : Say.moment(signup.until)
    readonly property string name: signup?.who?.firstName ?? ""

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.apart

        ScreenHead {
            title: screen.signup?.title ?? ""
            discreet: screen.discreet
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("card/back")
        }
        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true

            BigButton {
                visible: screen.discreet
                objectName: "leave-now"
                label: qsTr("Chiudi subito")
                tone: "dark"
                Layout.fillWidth: true
                onTapped: screen.intent("finished")
            }
            GridLayout {
                columns: Theme.wide && !Theme.large ? 2 : 1
                columnSpacing: Theme.px(56)
                rowSpacing: Theme.px(28)
                uniformCellWidths: true
                Layout.fillWidth: true

                ColumnLayout {
                    spacing: Theme.px(28)
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true

                    Item {
                        implicitHeight: how.implicitHeight + 2 * Theme.px(36)
                        Layout.fillWidth: true

                        Plate {
                            anchors.fill: parent
                        }
                        RowLayout {
                            id: how
                            anchors.left: parent.left
                            anchors.right: parent.right
                            anchors.leftMargin: Theme.px(40)
                            anchors.rightMargin: Theme.px(40)
                            anchors.verticalCenter: parent.verticalCenter
                            spacing: Theme.px(36)

                            Picture {
                                name: Signups.shape(screen.signup?.state ?? "")
                                side: Theme.px(Theme.large ? 130 : 190)
                                Layout.alignment: Qt.AlignTop
                            }
                            ColumnLayout {
                                spacing: Theme.px(10)
                                Layout.fillWidth: true

                                Words {
                                    text: Signups.word(screen.signup)
                                    size: 50
                                    font.weight: Font.Bold
                                    color: Signups.tone(screen.signup?.state ?? "")
                                    Layout.fillWidth: true
                                }
                                Words {
                                    visible: text !== ""
                                    text: screen.until === "" ? "" : screen.acts.includes("take") ? qsTr("Dimmelo entro %1.", "day and time").arg(screen.until) : qsTr("Dillo al banco entro %1.", "day and time").arg(screen.until)
                                    size: 38
                                    Layout.fillWidth: true
                                }
                                RowLayout {
                                    visible: screen.name !== ""
                                    spacing: Theme.px(18)
                                    Layout.fillWidth: true

                                    Creature {
                                        kind: screen.signup?.who?.creature ?? ""
                                        side: Theme.px(84)
                                    }
                                    Words {
                                        text: qsTr("per %1", "whom").arg(screen.name)
                                        size: 38
                                        font.weight: Font.DemiBold
                                        Layout.fillWidth: true
                                    }
                                }
                                Words {
                                    visible: text !== ""
                                    text: screen.dates.length > 0 ? screen.dates.map(one => Say.moment(one)).join("\n") : (screen.signup?.when ?? null) === null ? "" : Say.moment(screen.signup.when)
                                    size: 38
                                    color: Theme.soft
                                    Layout.fillWidth: true
                                }
                                Words {
                                    visible: text !== ""
                                    text: screen.signup?.place ?? ""
                                    size: 38
                                    color: Theme.soft
                                    Layout.fillWidth: true
                                }
                            }
                        }
                    }
                }
                ColumnLayout {
                    spacing: Theme.px(28)
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true

                    HereButton {
                        visible: screen.acts.includes("take") || screen.acts.includes("confirm")
                        objectName: "signup-done"
                        label: screen.acts.includes("confirm") ? qsTr("Sì, va bene") : qsTr("Sì, lo voglio")
                        Layout.fillWidth: true
                        onTapped: screen.intent(screen.acts.includes("confirm") ? "card/confirm" : "card/take")
                    }
                    BigButton {
                        visible: screen.face?.payable ?? false
                        objectName: "signup-pay"
                        label: qsTr("Paga con il voucher")
                        picture: "icon-voucher"
                        least: Theme.childTarget
                        Layout.fillWidth: true
                        onTapped: screen.intent("card/pay")
                    }
                    BigButton {
                        visible: screen.acts.includes("cancel")
                        objectName: "signup-cancel"
                        label: screen.offered ? qsTr("No, lo lascio a un altro") : screen.signup?.state === "wished" ? qsTr("No, non ora") : qsTr("Non vengo più")
                        picture: "leave"
                        directional: true
                        least: Theme.childTarget
                        size: Theme.body
                        Layout.fillWidth: true
                        onTapped: screen.intent("card/cancel")
                    }
                    TakeAway {
                        qr: screen.face?.slip ?? null
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}

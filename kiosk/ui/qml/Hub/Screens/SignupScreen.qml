// One sign-up of one's own: what it is, how it stands, when and where, and what may be done.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var signup: face?.signup ?? null
    readonly property var acts: face?.acts ?? []
    readonly property bool discreet: signup?.discreet ?? false
    readonly property bool offered: signup?.state === "offered"
    readonly property bool elsewhere: offered && !acts.includes("take")
    readonly property string until: (signup?.until ?? null) === null ? "" : Say.moment(signup.until)
    readonly property bool columns: Theme.wide && !Theme.large
    readonly property bool banded: (face?.pillars ?? []).length > 0 && !Theme.large && !Theme.reach && (face?.slip ?? null) === null && !(columns && elsewhere)

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
                columns: screen.columns ? 2 : 1
                columnSpacing: Theme.px(56)
                rowSpacing: Theme.px(28)
                uniformCellWidths: true
                Layout.fillWidth: true

                ColumnLayout {
                    spacing: Theme.px(28)
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true

                    PillarBand {
                        visible: screen.banded && !screen.columns
                        pillars: screen.face?.pillars ?? []
                        Layout.fillWidth: true
                    }
                    SignupState {
                        signup: screen.signup
                        until: screen.offered && !screen.elsewhere ? screen.until : ""
                        Layout.fillWidth: true
                    }
                    SignupFacts {
                        signup: screen.signup
                        address: screen.face?.address ?? ""
                        Layout.fillWidth: true
                    }
                }
                ColumnLayout {
                    spacing: Theme.px(28)
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true

                    PillarBand {
                        visible: screen.banded && screen.columns
                        pillars: screen.face?.pillars ?? []
                        Layout.fillWidth: true
                    }
                    DeskSign {
                        visible: screen.elsewhere
                        desk: screen.face?.desk ?? []
                        until: screen.until
                        Layout.fillWidth: true
                    }
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

// One activity: what, when, where, for whom, what it costs, and the date to take away. Sensitive ones look like nothing much.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var card: face?.card ?? null
    readonly property bool sensitive: face?.sensitive ?? false
    readonly property string about: face?.about ?? ""
    readonly property bool columns: Theme.wide && !Theme.large
    readonly property bool payable: (face?.voucher ?? false) && (card?.priceCents ?? 0) > 0

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.apart

        ScreenHead {
            title: screen.card?.title ?? ""
            discreet: screen.sensitive
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("back")
        }
        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true

            BigButton {
                visible: screen.sensitive
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
                Layout.fillWidth: true

                ColumnLayout {
                    spacing: Theme.px(28)
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                    Layout.preferredWidth: Theme.px(860)
                    Layout.alignment: Qt.AlignTop

                    PillarBand {
                        visible: !screen.sensitive && pillars.length > 0
                        pillars: screen.face?.pillars ?? []
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: text !== ""
                        text: screen.about
                        size: 38
                        lineHeight: 1.12
                        Layout.fillWidth: true
                    }
                }
                ColumnLayout {
                    spacing: Theme.px(28)
                    Layout.rowSpan: screen.columns ? 2 : 1
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                    Layout.preferredWidth: Theme.px(860)
                    Layout.alignment: Qt.AlignTop

                    BigButton {
                        visible: (screen.face?.dates ?? 0) > 1
                        objectName: "join-all"
                        tone: "sun"
                        label: qsTr("Tutto il corso: %1 date").arg(screen.face?.dates ?? 0)
                        picture: "icon-week"
                        least: Theme.childTarget
                        Layout.fillWidth: true
                        onTapped: screen.intent("sign-up-all/" + screen.card.id)
                    }
                    SessionList {
                        sessions: screen.face?.sessions ?? []
                        hours: screen.face?.hours ?? []
                        Layout.fillWidth: true
                        onChosen: id => screen.intent("sign-up/" + id)
                    }
                    BigButton {
                        visible: screen.payable
                        objectName: "pay-for"
                        label: qsTr("Paga con il voucher")
                        picture: "icon-voucher"
                        least: Theme.childTarget
                        Layout.fillWidth: true
                        onTapped: screen.intent("pay-for/" + screen.card.id)
                    }
                    TakeAway {
                        visible: screen.columns && qr !== null
                        qr: screen.face?.takeAway ?? null
                        Layout.fillWidth: true
                    }
                }
                ActivityFacts {
                    face: screen.face
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(860)
                    Layout.alignment: Qt.AlignTop
                }
                TakeAway {
                    visible: !screen.columns && qr !== null
                    qr: screen.face?.takeAway ?? null
                    Layout.fillWidth: true
                }
                Item {
                    visible: screen.columns
                    Layout.fillHeight: true
                }
            }
        }
    }
}

// Somebody no longer lives in a household: what ends with it, what stays, and why. It has a way back.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property string here: (face?.household ?? "") + "/" + (face?.who.id ?? "")
    readonly property bool last: face?.last ?? false
    property string because: "moved_away"

    function words(said: var): string {
        return FamilySay.words(said);
    }
    function back() {
        page.go("families/person/" + here);
    }

    Component.onCompleted: forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("%1 non abita più qui?").arg(page.face?.who.given ?? "")
            about: qsTr("Famiglia %1. La scheda resta, e si può annullare.").arg(page.face?.label ?? "")
            Layout.fillWidth: true

            DeskButton {
                objectName: "done"
                label: qsTr("Lascia com’è")
                key: "Esc"
                onTapped: page.back()
            }
        }
        Scrolled {
            Layout.fillWidth: true
            Layout.fillHeight: true

            RowLayout {
                spacing: Theme.px(20)
                Layout.fillWidth: true

                Sheet {
                    room: Theme.px(28)
                    spacing: Theme.px(14)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(760)
                    Layout.alignment: Qt.AlignTop

                    Capital {
                        text: qsTr("Che cosa cambia")
                        Layout.fillWidth: true
                    }
                    PersonLine {
                        who: page.face?.who ?? null
                        enabled: false
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Da adesso non è più tra chi questa famiglia può portare o iscrivere.")
                        size: 23
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: (page.face?.ties ?? 0) > 0
                        text: (page.face?.ties ?? 0) === 1 ? qsTr("Un legame scritto qui vale fino a oggi compreso.") : qsTr("%1 legami scritti qui valgono fino a oggi compreso.").arg(page.face?.ties ?? 0)
                        size: 23
                        Layout.fillWidth: true
                    }
                    RowLayout {
                        visible: (page.face?.bans ?? 0) > 0
                        spacing: Theme.px(12)
                        Layout.fillWidth: true

                        Mark {
                            kind: "ban"
                            ink: "#B4342A"
                        }
                        Words {
                            text: qsTr("Chi NON deve ritirare continua a non dover ritirare.")
                            size: 23
                            font.weight: Font.Bold
                            color: "#B4342A"
                            Layout.fillWidth: true
                        }
                    }
                    Words {
                        text: qsTr("Nelle altre famiglie non cambia niente.")
                        size: 22
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                }
                Sheet {
                    room: Theme.px(28)
                    spacing: Theme.px(16)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(700)
                    Layout.alignment: Qt.AlignTop

                    Words {
                        objectName: "last"
                        visible: page.last
                        text: qsTr("Restano minori senza un adulto. Prima scrivi chi risponde di loro, o dove abitano.")
                        size: 24
                        font.weight: Font.DemiBold
                        color: Theme.wait
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: !page.last
                        text: qsTr("Perché")
                        size: 19
                        font.weight: Font.DemiBold
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                    Turn {
                        objectName: "because"
                        visible: !page.last
                        label: qsTr("Perché")
                        value: page.because
                        options: (page.face?.because ?? []).map(one => ({
                                    "value": one,
                                    "words": FamilySay.why(one)
                                }))
                        Layout.fillWidth: true
                        onChosen: value => page.because = value
                    }
                    DeskButton {
                        objectName: "add"
                        visible: page.last
                        label: qsTr("Aggiungi un adulto")
                        tone: "dark"
                        key: "A"
                        onTapped: page.go("families/add/" + (page.face?.household ?? ""))
                    }
                    DeskButton {
                        objectName: "away"
                        visible: !page.last
                        label: qsTr("Non abita più qui")
                        tone: "dark"
                        key: "N"
                        onTapped: page.act("families/away/" + page.here, {
                            "because": page.because
                        })
                    }
                }
            }
        }
    }
}

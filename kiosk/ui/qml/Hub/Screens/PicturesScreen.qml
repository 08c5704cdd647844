// Three pictures of nine, in order: who somebody is, without typing. Which were touched is not shown large.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var laid: face?.laid ?? []
    readonly property int entered: face?.entered ?? 0
    readonly property int whole: face?.whole ?? 3
    readonly property bool again: face?.again ?? false
    readonly property bool paned: Theme.wide

    component Ask: ColumnLayout {
        spacing: Theme.px(24)

        Heading {
            text: screen.again ? qsTr("Proviamo ancora.") : qsTr("Tocca le tue tre figure.")
            size: Theme.large || Theme.reach ? 60 : 68
            horizontalAlignment: screen.paned ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
        }
        Words {
            visible: !(screen.paned && (Theme.large || Theme.reach))
            text: qsTr("Nell’ordine giusto.")
            color: Theme.soft
            horizontalAlignment: screen.paned ? Text.AlignLeft : Text.AlignHCenter
            Layout.fillWidth: true
        }
        Entered {
            entered: screen.entered
            whole: screen.whole
            Layout.alignment: screen.paned ? Qt.AlignLeft : Qt.AlignHCenter
        }
    }
    component Anew: BigButton {
        objectName: "identify-anew"
        label: qsTr("Da capo")
        picture: "icon-anew"
        size: Theme.body
        least: Theme.childTarget
        enabled: screen.entered > 0
        onTapped: screen.intent("identify/anew")
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.apart

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin

            ScreenHead {
                Layout.fillWidth: true
                onBack: screen.intent("identify/back")
            }
            Anew {
                visible: screen.paned
                Layout.topMargin: Theme.px(10)
            }
        }
        RowLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                visible: screen.paned
                spacing: 0
                Layout.leftMargin: Theme.margin
                Layout.bottomMargin: Theme.px(24)
                Layout.preferredWidth: screen.width * 0.32
                Layout.fillWidth: false
                Layout.fillHeight: true

                Ask {
                    Layout.fillWidth: true
                }
            }
            Scroller {
                Layout.fillWidth: true
                Layout.fillHeight: true
                centred: true

                Ask {
                    visible: !screen.paned
                    Layout.fillWidth: true
                }
                GridLayout {
                    id: grid
                    // As large as three rows of them fit.
                    readonly property real side: Math.max(Theme.childTarget, Theme.px(Theme.reach && Theme.wide ? 110 : Theme.wide ? 200 : Theme.reach ? 150 : 270))
                    columns: Theme.wide && Theme.reach ? Math.max(3, Math.min(9, Math.floor(screen.width * 0.62 / (side + Theme.gap)))) : 3
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap
                    Layout.fillWidth: false
                    Layout.alignment: Qt.AlignHCenter

                    Repeater {
                        model: screen.laid.length

                        SecretTile {
                            required property int index
                            readonly property var tile: screen.laid[index] ?? null
                            name: tile?.name ?? "sun"
                            touched: tile?.touched ?? false
                            implicitWidth: grid.side
                            implicitHeight: grid.side
                            onTapped: screen.intent("identify/say/" + name)
                        }
                    }
                }
                Anew {
                    visible: !screen.paned
                    align: Qt.AlignHCenter
                    Layout.fillWidth: true
                }
            }
        }
    }
}

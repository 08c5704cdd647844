// Home: "I'm here", what is on, the seven pillars, today at the hub.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: home

    readonly property bool columns: Theme.wide && !Theme.large
    readonly property var ways: ["today", "week", "age", "near"]
    readonly property var today: face?.today ?? []
    readonly property var next: face?.next ?? []

    Scroller {
        anchors.fill: parent

        GridLayout {
            columns: home.columns ? 2 : 1
            columnSpacing: Theme.px(56)
            rowSpacing: Theme.px(24)
            Layout.fillWidth: true

            ColumnLayout {
                spacing: Theme.gap
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredWidth: Theme.px(780)

                Heading {
                    text: qsTr("Ciao! Che cosa facciamo oggi?").replace("! ", home.columns ? "! " : "!\n")
                    size: Theme.title
                    Layout.fillWidth: true
                }
                GridLayout {
                    columns: home.columns || Theme.large && !Theme.wide ? 1 : 2
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap
                    Layout.fillWidth: true

                    HereTile {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: Theme.px(530)
                        onTapped: home.intent("scan")
                    }
                    GridLayout {
                        columns: home.columns || Theme.large && Theme.wide ? 2 : 1
                        columnSpacing: Theme.gap
                        rowSpacing: Theme.gap
                        uniformCellWidths: true
                        Layout.fillWidth: true
                        Layout.preferredWidth: Theme.px(450)

                        BigButton {
                            objectName: "my-card"
                            label: qsTr("La mia tessera")
                            picture: "icon-card"
                            least: Theme.childTarget
                            size: 36
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            onTapped: home.intent("my-card")
                        }
                        BigButton {
                            objectName: "count"
                            label: qsTr("Siamo qui senza tessera")
                            picture: "icon-group"
                            least: Theme.childTarget
                            size: 36
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            onTapped: home.intent("count")
                        }
                    }
                }
                GridLayout {
                    visible: home.columns
                    columns: 2
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap
                    uniformCellHeights: true
                    uniformCellWidths: true
                    Layout.fillWidth: true
                    Layout.fillHeight: false

                    Repeater {
                        model: home.ways

                        WayIn {
                            required property string modelData
                            way: modelData
                            onTapped: home.intent("browse/" + modelData)
                        }
                    }
                }
            }
            ColumnLayout {
                spacing: Theme.gap
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredWidth: Theme.px(960)

                Heading {
                    visible: !home.columns
                    text: qsTr("Che cosa c’è")
                    Layout.fillWidth: true
                }
                PillarGrid {
                    pillars: home.face?.pillars ?? []
                    Layout.fillWidth: true
                    onIntent: path => home.intent(path)
                }
                GridLayout {
                    visible: !home.columns
                    columns: !Theme.large ? 4 : Theme.wide ? 2 : 1
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap
                    uniformCellWidths: true
                    Layout.fillWidth: true

                    Repeater {
                        model: home.columns ? [] : home.ways

                        Chip {
                            required property string modelData
                            objectName: "way-" + modelData
                            label: Say.listing(modelData)
                            picture: "icon-" + modelData
                            pictureSide: 50
                            least: Theme.childTarget
                            onTapped: home.intent("browse/" + modelData)
                        }
                    }
                }
                Heading {
                    text: home.today.length > 0 || home.next.length === 0 ? qsTr("Oggi all’hub") : qsTr("Prossimi giorni")
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.px(6)
                }
                Repeater {
                    model: home.today.length > 0 ? home.today : home.next

                    ActivityRow {
                        required property var modelData
                        card: modelData
                        showDay: home.today.length === 0
                        Layout.fillWidth: true
                        onTapped: home.intent("activity/" + card.id)
                    }
                }
                Empty {
                    visible: home.today.length === 0 && home.next.length === 0
                    Layout.fillWidth: true
                }
            }
        }
    }
}

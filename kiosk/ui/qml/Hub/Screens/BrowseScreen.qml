// A list of activities: all, today, this week, near, by age, or of one pillar; always another way to look.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property string listing: face?.listing ?? "all"
    readonly property string pillar: face?.pillar ?? ""
    readonly property string band: face?.band ?? ""
    readonly property var cards: face?.cards ?? []
    readonly property int total: face?.total ?? 0
    readonly property string place: listing + pillar + band
    onPlaceChanged: scroller.rewind()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.apart

        ScreenHead {
            title: screen.listing === "pillar" ? Say.pillar(screen.pillar) : Say.listing(screen.listing)
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("back")
        }
        Scroller {
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                columns: Theme.wide && !Theme.large ? 2 : 1
                columnSpacing: Theme.px(56)
                rowSpacing: Theme.px(28)
                Layout.fillWidth: true

                Ways {
                    listing: screen.listing
                    pillar: screen.pillar
                    pillars: screen.face?.pillars ?? []
                    band: screen.band
                    bands: screen.face?.bands ?? []
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                    Layout.preferredWidth: Theme.px(560)
                    Layout.alignment: Qt.AlignTop
                    onIntent: path => screen.intent(path)
                }
                ColumnLayout {
                    spacing: Theme.gap
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(1180)
                    Layout.alignment: Qt.AlignTop

                    Repeater {
                        model: screen.cards

                        ActivityRow {
                            required property var modelData
                            card: modelData
                            showDay: screen.listing !== "today"
                            showPlace: true
                            Layout.fillWidth: true
                            onTapped: screen.intent("activity/" + card.id)
                        }
                    }
                    Empty {
                        visible: screen.cards.length === 0 && !(screen.listing === "age" && screen.band === "")
                        title: qsTr("Qui per ora non c’è niente.")
                        words: qsTr("Prova con un altro pulsante.")
                        Layout.fillWidth: true
                    }
                    BigButton {
                        visible: screen.cards.length > 0 && screen.total > screen.cards.length
                        objectName: "browse-more"
                        label: qsTr("Mostra altre attività")
                        least: Theme.childTarget
                        Layout.fillWidth: true
                        onTapped: screen.intent("browse/more")
                    }
                }
            }
        }
    }
}

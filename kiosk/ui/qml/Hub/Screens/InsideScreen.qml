// Who is inside, for a worker: the numbers, what may be missing, and everybody by name.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var lines: face?.lines ?? []
    readonly property var counts: face?.counts ?? null
    readonly property var stations: face?.stations ?? []
    readonly property bool whole: face?.whole ?? true
    // In large text, or low down, the numbers move with the list: there is no room for both.
    readonly property bool scrolled: Theme.large || Theme.reach
    readonly property string said: (lines.length === 0 ? [qsTr("Non c’è nessuno.")] : []).concat(whole ? [] : [qsTr("Può mancare qualcuno.")], Say.heard(face)).join(" ")
    readonly property bool beside: Theme.wide && !Theme.large // the numbers stand beside the way back
    readonly property int columns: Theme.large ? (Theme.wide && Theme.textStep < 2 ? 2 : 1) : Theme.wide ? 3 : 2

    component Figure: ColumnLayout {
        property int number: 0
        property string what: ""
        spacing: 0

        Words {
            text: parent.number
            size: Theme.large ? 44 : 58
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Words {
            text: parent.what
            size: 28
            color: Theme.soft
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }

    component Figures: GridLayout {
        columns: Theme.textStep === 2 && !Theme.wide ? 3 : 6
        rowSpacing: Theme.px(6)
        columnSpacing: Theme.px(10)
        uniformCellWidths: true

        Repeater {
            model: ["people", "children", "adults", "educators", "unknown", "groups"]

            Figure {
                required property string modelData
                number: screen.counts?.[modelData] ?? 0
                what: screen.word(modelData)
                Layout.fillWidth: true
            }
        }
    }

    // The numbers, and how far the list may be trusted.
    component Summary: ColumnLayout {
        spacing: Theme.px(10)

        Figures {
            visible: !screen.beside
            Layout.fillWidth: true
        }
        Item {
            implicitHeight: told.implicitHeight + 2 * Theme.px(screen.whole ? 4 : 16)
            Layout.fillWidth: true

            Plate {
                visible: !screen.whole
                anchors.fill: parent
                radius: Theme.radiusChip
                raised: false
                color: Theme.sun
                outlineWidth: Theme.px(6)
            }
            RowLayout {
                id: told
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.leftMargin: screen.whole ? 0 : Theme.px(20)
                anchors.rightMargin: screen.whole ? 0 : Theme.px(20)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.px(18)

                Picture {
                    visible: !screen.whole
                    name: "icon-missing"
                    side: Theme.px(72)
                }
                Words {
                    text: screen.said
                    size: screen.whole ? 30 : 36
                    font.weight: screen.whole ? Font.Normal : Font.Bold
                    color: screen.whole ? Theme.soft : Theme.ink
                    Layout.fillWidth: true
                }
            }
        }
    }

    function word(sort: string): string {
        switch (sort) {
        case "children":
            return qsTr("bambini");
        case "adults":
            return qsTr("adulti");
        case "educators":
            return qsTr("educatori");
        case "unknown":
            return qsTr("senza età");
        case "groups":
            return qsTr("gruppi");
        }
        return qsTr("dentro");
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(14)

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin

            ScreenHead {
                title: screen.beside || Theme.large && !Theme.wide ? "" : qsTr("Chi è dentro")
                Layout.fillWidth: !screen.beside
                onBack: screen.intent("staff/back")
            }
            Figures {
                visible: screen.beside
                Layout.fillWidth: true
            }
            BigButton {
                objectName: "inside-anew"
                label: qsTr("Aggiorna")
                picture: "icon-anew"
                size: Theme.body
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.px(10)
                onTapped: screen.intent("staff/anew")
            }
        }
        Summary {
            visible: !screen.scrolled
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
        }
        GridView {
            id: list
            clip: true
            onOriginYChanged: contentY = originY // its head has grown
            boundsBehavior: Flickable.StopAtBounds
            cellWidth: Math.floor(width / screen.columns)
            cellHeight: Theme.px(26) + Theme.font(34) * (Theme.rightToLeft ? 2.7 : 2.3)
            model: screen.lines.length
            header: Item {
                width: list.width - Theme.px(10)
                height: screen.scrolled ? summary.implicitHeight + Theme.px(14) : 0

                Summary {
                    id: summary
                    visible: screen.scrolled
                    width: parent.width
                }
            }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin - Theme.px(10)

            delegate: Item {
                id: cell
                required property int index
                width: list.cellWidth
                height: list.cellHeight

                InsideRow {
                    line: screen.lines[cell.index] ?? null
                    anchors.fill: parent
                    anchors.rightMargin: Theme.px(10)
                    anchors.bottomMargin: Theme.px(10)
                }
            }
        }
        ScrollStrip {
            id: strip
            visible: list.contentHeight > list.height + 1
            flick: list
            Layout.fillWidth: true
        }
    }
}

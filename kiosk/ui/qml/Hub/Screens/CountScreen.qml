// So many came without a card, or with a group's leader: fewer and more, by age; a worker agrees later.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property var rows: face?.rows ?? []
    readonly property bool group: face?.group ?? false
    readonly property int number: face?.number ?? 0
    readonly property real room: (width - 2 * Theme.margin - (Theme.wide ? Theme.gap : 0)) / (Theme.wide ? 2 : 1)
    readonly property real step: Math.max(Theme.childTarget, Theme.px(Theme.reach ? 80 : Theme.wide && Theme.rightToLeft ? 96 : 112))
    readonly property real controls: (group ? 3 : 2) * (step + Theme.gap) + Theme.font(60) * 1.8 + Theme.px(60)
    readonly property bool stacked: room - controls < Theme.px(Theme.large ? 460 : 300)
    readonly property bool beside: Theme.wide && !Theme.large // the answer stands beside the rows' foot

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.apart

        ScreenHead {
            title: screen.group ? qsTr("Il vostro gruppo") : qsTr("Quanti siete?")
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("count/back")
        }
        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                columns: Theme.wide ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true
                Layout.fillWidth: true

                Repeater {
                    model: screen.rows.length

                    CountRow {
                        required property int index
                        count: screen.rows[index] ?? null
                        group: screen.group
                        step: screen.step
                        stacked: screen.stacked
                        Layout.fillWidth: true
                        onChanged: what => screen.intent("count/" + what + "/" + sort)
                    }
                }
            }
            BigButton {
                visible: !screen.group && !screen.beside
                objectName: "count-group"
                label: qsTr("Siamo un gruppo")
                picture: "icon-group"
                size: Theme.body
                least: Theme.childTarget
                align: Qt.AlignHCenter
                Layout.fillWidth: true
                onTapped: screen.intent("count/group")
            }
        }
        RowLayout {
            spacing: Theme.gap * 1.4
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            Layout.bottomMargin: Theme.px(24)

            BigButton {
                visible: !screen.group && screen.beside
                objectName: "count-group"
                label: qsTr("Siamo un gruppo")
                picture: "icon-group"
                size: Theme.body
                least: Theme.childTarget
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(460)
                onTapped: screen.intent("count/group")
            }
            HereButton {
                objectName: "count-done"
                label: screen.number === 0 ? qsTr("Tocca + per contarvi.") : screen.number === 1 ? qsTr("Sono qui") : qsTr("Siamo qui in %n", "", screen.number)
                enabled: screen.number > 0
                Layout.fillWidth: true
                onTapped: screen.intent("count/confirm")
            }
        }
    }
}

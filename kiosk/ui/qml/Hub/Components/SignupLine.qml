// One sign-up: for whom, when, what, and how it stands as a shape and a word.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Press {
    id: row

    required property var signup
    required property int place // in the list
    readonly property string state_: signup?.state ?? ""
    readonly property string name: signup?.who?.firstName ?? ""
    readonly property int dates: (signup?.dates ?? []).length
    readonly property string first: (signup?.when ?? null) === null ? "" : Say.moment(signup.when)
    readonly property string when: dates > 0 ? qsTr("%1 date, da %2", "of a course, the first of them").arg(dates).arg(first) : first
    readonly property string word: Signups.word(signup)

    objectName: "signup-" + place
    label: Say.joined([name, signup?.title ?? "", when, word])
    least: Theme.childTarget
    implicitHeight: Math.max(least, inside.implicitHeight + 2 * Theme.px(18))

    Plate {
        anchors.fill: parent
        radius: row.radius
        color: row.down ? Theme.dimmed : Theme.card
        raised: !row.down
        outline: Theme.ink
        outlineWidth: row.state_ === "offered" ? Math.max(2, Theme.px(6)) : Theme.highContrast ? Math.max(2, Theme.px(4)) : 0
    }
    GridLayout {
        id: inside
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(32)
        anchors.rightMargin: Theme.px(32)
        anchors.verticalCenter: parent.verticalCenter
        columns: Theme.large && !Theme.wide ? 2 : 3
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(10)

        Creature {
            visible: !(row.signup?.discreet ?? false)
            kind: row.signup?.who?.creature ?? ""
            side: Theme.px(96)
            Layout.alignment: Qt.AlignVCenter
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Words {
                text: row.signup?.title ?? ""
                spoken: false
                size: 40
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: row.name
                spoken: false
                size: 31
                font.weight: Font.DemiBold
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: row.when
                spoken: false
                size: 31
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
        RowLayout {
            spacing: Theme.px(16)
            Layout.columnSpan: Theme.large && !Theme.wide ? 2 : 1
            Layout.fillWidth: Theme.large && !Theme.wide
            Layout.preferredWidth: Theme.px(330)
            Layout.maximumWidth: Theme.large && !Theme.wide ? -1 : Theme.px(330)

            Picture {
                name: Signups.shape(row.state_)
                side: Theme.px(72)
            }
            Words {
                text: row.word
                spoken: false
                size: 32
                font.weight: Font.Bold
                color: Signups.tone(row.state_)
                Layout.fillWidth: true
            }
        }
    }
}

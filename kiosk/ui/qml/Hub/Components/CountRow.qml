// So many of one sort: a picture, a word, fewer, the number, more. Of a group five more at once.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: row

    required property var count // a CountRow of the face
    property bool group: false
    readonly property string sort: count?.row ?? ""
    readonly property bool child: (count?.maxAge ?? null) !== null
    readonly property string said: child ? Say.ages(count.minAge, count.maxAge) : sort === "adults" ? qsTr("Adulti") : qsTr("Educatori")
    property real step: Theme.childTarget // a button's side
    property bool stacked: false // the word above its buttons: where both do not fit side by side
    readonly property real digits: Theme.font(60) * 1.8
    signal changed(string what)

    implicitHeight: grid.implicitHeight + 2 * Theme.px(16)

    component Step: Press {
        required property string picture
        required property string what
        property string words: ""

        objectName: "count-" + row.sort + "-" + what
        least: row.step
        apart: Theme.repeat
        radius: Theme.radiusButton
        onTapped: row.changed(what)

        Plate {
            anchors.fill: parent
            radius: parent.radius
            raised: parent.enabled && !parent.down
            color: !parent.enabled ? Theme.dimmed : parent.down ? Theme.sunEdge : Theme.sun
        }
        Picture {
            visible: parent.picture !== ""
            anchors.centerIn: parent
            name: parent.picture || "icon-plus"
            side: Theme.px(60)
        }
        Words {
            visible: parent.words !== ""
            anchors.centerIn: parent
            text: parent.words
            spoken: false
            font.pixelSize: Math.min(Theme.font(40), parent.height * 0.48)
            font.weight: Font.Bold
        }
    }

    Plate {
        anchors.fill: parent
        radius: Theme.radiusTile
    }
    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(30)
        anchors.rightMargin: Theme.px(22)
        anchors.verticalCenter: parent.verticalCenter
        columns: row.stacked ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(10)

        RowLayout {
            spacing: Theme.px(20)
            Layout.fillWidth: true

            Picture {
                name: row.child ? "icon-child" : row.sort === "adults" ? "creature-adult" : "icon-educator"
                side: Theme.px(row.child ? 60 + 4 * Math.min(row.count.minAge, 8) : 92)
            }
            Words {
                text: row.said
                size: Theme.rightToLeft ? 36 : Theme.tile
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
        }
        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: row.stacked
            Layout.alignment: Qt.AlignRight

            Step {
                what: "less"
                label: qsTr("%1: uno di meno").arg(row.said)
                picture: enabled ? "icon-minus" : "icon-minus-off"
                enabled: row.count?.less ?? false
            }
            Words {
                text: row.count?.number ?? 0
                size: 60
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: row.stacked
                Layout.preferredWidth: row.digits
            }
            Step {
                what: "more"
                label: qsTr("%1: uno di più").arg(row.said)
                picture: "icon-plus"
            }
            Step {
                visible: row.group
                what: "five-more"
                label: qsTr("%1: cinque di più").arg(row.said)
                picture: ""
                words: "+5"
            }
        }
    }
}

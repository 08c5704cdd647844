// The pillars an activity serves: the strongest large, on its tint; the others after it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Rectangle {
    id: band

    required property var pillars
    readonly property string first: pillars[0] ?? ""

    implicitHeight: row.implicitHeight + 2 * Theme.px(22)
    radius: Theme.radiusTile
    color: Theme.tint(first)
    border.width: Theme.highContrast ? Theme.px(4) : 0
    border.color: Theme.deep(first)

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(36)
        anchors.rightMargin: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(28)

        Picture {
            name: band.first === "" ? "icon-all" : "pillar-" + band.first
            side: Theme.px(132)
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Words {
                text: Say.pillar(band.first)
                size: Theme.tile
                font.weight: Font.Bold
                color: Theme.deep(band.first)
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: band.pillars.slice(1).map(key => Say.pillar(key)).join(" · ")
                size: 32
                color: Theme.deep(band.first)
                Layout.fillWidth: true
            }
        }
        Repeater {
            model: Theme.large ? [] : band.pillars.slice(1, 4)

            Picture {
                required property string modelData
                name: "pillar-" + modelData
                side: Theme.px(76)
            }
        }
    }
}

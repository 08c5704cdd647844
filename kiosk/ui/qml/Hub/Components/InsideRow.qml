// One line of the list: who, since when, and whether a worker has seen them.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: row

    required property var line // an InsideLine of the face
    readonly property bool many: line?.sort === "group" || line?.sort === "counted"

    implicitHeight: inside.implicitHeight + 2 * Theme.px(6)

    Plate {
        anchors.fill: parent
        radius: Theme.radiusChip
        raised: false
    }
    RowLayout {
        id: inside
        anchors.fill: parent
        anchors.leftMargin: Theme.px(14)
        anchors.rightMargin: Theme.px(14)
        spacing: Theme.px(14)

        Creature {
            visible: !row.many
            kind: row.line?.creature ?? ""
            side: Theme.px(58)
        }
        Picture {
            visible: row.many
            name: "icon-group"
            side: Theme.px(58)
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Words {
                text: Say.inside(row.line)
                size: 34
                font.weight: Font.DemiBold
                Layout.fillWidth: true
            }
            Words {
                visible: row.many
                text: Say.several(row.line?.children ?? 0, row.line?.adults ?? 0, row.line?.educators ?? 0)
                size: 26
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: false

            Words {
                text: row.line?.since ?? ""
                size: 26
                color: Theme.soft
                Layout.alignment: Qt.AlignRight
            }
            Picture {
                visible: row.line?.seen ?? false
                name: "badge-here"
                side: Theme.px(36)
                Layout.alignment: Qt.AlignRight
            }
        }
    }
}

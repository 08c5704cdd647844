// A session at the head of its pages: its seats, large, and what they mean.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Sheet {
    id: head

    property var session: null
    property real side: 34

    room: Theme.px(26)
    spacing: Theme.px(16)

    RowLayout {
        spacing: Theme.px(24)
        Layout.fillWidth: true

        Picture {
            name: head.session?.pillar ? "pillar-" + head.session.pillar : "icon-today"
            side: Theme.px(72)
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: Theme.px(16)
            Layout.fillWidth: true

            Seats {
                visible: (head.session?.places?.capacity ?? null) !== null
                places: head.session?.places ?? null
                side: head.side
                Layout.fillWidth: true
            }
            Words {
                objectName: "course"
                visible: text !== ""
                text: SessionSay.course(head.session)
                size: 24
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            SeatsLegend {
                places: head.session?.places ?? null
                waiting: head.session?.waiting ?? 0
                Layout.fillWidth: true
            }
        }
    }
}

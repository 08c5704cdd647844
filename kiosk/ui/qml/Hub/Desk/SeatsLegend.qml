// What the seats that are drawn mean, and how many of each there are; only those that there are.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Flow {
    id: legend

    property var places: null
    property int waiting: 0
    readonly property var parts: (places?.capacity ?? null) === null ? [] : [["taken", places.taken], ["offered", places.offered], ["here", places.here], ["elsewhere", places.elsewhere]].filter(part => part[1] > 0)

    spacing: Theme.px(28)

    Repeater {
        model: legend.parts

        RowLayout {
            id: part
            required property var modelData
            spacing: Theme.px(10)

            Seat {
                kind: part.modelData[0]
                implicitWidth: Theme.px(22)
                implicitHeight: Theme.px(22)
            }
            Words {
                text: SessionSay.seats(part.modelData[0], part.modelData[1])
                size: 22
                wrapMode: Text.NoWrap
            }
        }
    }
    RowLayout {
        visible: (legend.places?.beyond ?? 0) > 0
        spacing: Theme.px(10)

        Picture {
            name: "ask-first"
            side: Theme.px(26)
        }
        Words {
            text: qsTr("%1 oltre i posti").arg(legend.places?.beyond ?? 0)
            size: 22
            font.weight: Font.DemiBold
            color: Theme.wait
            wrapMode: Text.NoWrap
        }
    }
    RowLayout {
        visible: legend.waiting > 0
        spacing: Theme.px(10)

        Picture {
            name: "signup-waiting"
            side: Theme.px(26)
        }
        Words {
            text: qsTr("%1 in attesa").arg(legend.waiting)
            size: 22
            wrapMode: Text.NoWrap
        }
    }
    Words {
        visible: (legend.places?.capacity ?? null) === null
        text: qsTr("Posti senza numero: chi viene, entra.")
        size: 22
        color: Theme.soft
    }
}

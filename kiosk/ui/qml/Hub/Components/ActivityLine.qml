// One activity, as a line: its pillar's picture, when, what, for whom, and whether there are places.
import QtQuick
import QtQuick.Layouts
import Hub.Style

RowLayout {
    id: line

    required property var card
    property bool showDay: false
    property bool showPlace: false
    property bool spoken: false
    readonly property string pillar: card?.pillar ?? ""
    readonly property string time: card?.time ?? ""
    readonly property string day: showDay ? Say.day(card?.day ?? "", card?.dayWord ?? "") : ""
    readonly property string title: card?.title ?? ""
    readonly property string forWhom: Say.joined([Say.ages(card?.minAge, card?.maxAge), Say.price(card?.priceCents)])
    // In a right-to-left screen the place, written in Italian, keeps a line of its own.
    readonly property bool apart: Theme.rightToLeft
    readonly property string place: card?.place ?? ""
    readonly property string far: Say.distance(card?.distanceM)
    readonly property string where: !showPlace ? "" : apart ? Say.joined([place, card?.area ?? ""]) : Say.joined([place, card?.area ?? "", far])
    readonly property string area: showPlace && apart ? far : ""
    readonly property string places: Say.places(card?.places ?? "")
    readonly property string label: Say.joined([day, time, title, forWhom, where, area, places])

    spacing: Theme.px(26)

    Picture {
        name: line.pillar === "" ? "icon-all" : "pillar-" + line.pillar
        side: Theme.px(86)
        Layout.alignment: Qt.AlignVCenter
    }
    Words {
        visible: !Theme.large && text !== ""
        text: line.time
        spoken: line.spoken
        size: 46
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
        Layout.preferredWidth: Theme.px(128)
        Layout.alignment: Qt.AlignVCenter
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter

        Words {
            visible: text !== ""
            text: Say.joined([line.day, Theme.large ? line.time : ""])
            spoken: line.spoken
            size: 31
            font.weight: Font.Bold
            color: Theme.deep(line.pillar)
            Layout.fillWidth: true
        }
        Words {
            text: line.title
            spoken: line.spoken
            size: 40
            font.weight: Font.Bold
            Layout.fillWidth: true
        }
        Words {
            text: line.forWhom
            spoken: line.spoken
            size: 31
            color: Theme.soft
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: line.where
            spoken: line.spoken
            size: 31
            color: Theme.soft
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: line.area
            spoken: line.spoken
            size: 31
            color: Theme.soft
            Layout.fillWidth: true
        }
        PlacesWords {
            visible: Theme.large
            places: line.card?.places ?? ""
            spoken: line.spoken
            Layout.fillWidth: true
        }
    }
    PlacesWords {
        visible: !Theme.large
        places: line.card?.places ?? ""
        spoken: line.spoken
        horizontalAlignment: Text.AlignRight
        Layout.maximumWidth: Theme.px(196)
        Layout.alignment: Qt.AlignVCenter
    }
}

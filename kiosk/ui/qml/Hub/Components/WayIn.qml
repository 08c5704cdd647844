// A way to look for activities: today, this week, by age, near here.
import QtQuick
import QtQuick.Layouts
import Hub.Style

BigButton {
    required property string way

    objectName: "way-" + way
    label: Say.listing(way)
    picture: "icon-" + way
    least: Theme.childTarget
    size: 38
    Layout.fillWidth: true
    Layout.fillHeight: true
}

// Two big buttons to scroll by, for children, who only tap: they turn most of a page of what they belong to.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: strip

    required property Flickable flick
    property real side: Theme.margin

    implicitHeight: Math.max(Theme.target, Theme.px(76)) + 2 * Math.max(Theme.px(12), Theme.mm(3))

    function turn(direction: int) {
        const first = flick.originY; // a list with a head begins above nought
        const last = first + Math.max(0, flick.contentHeight - flick.height);
        glide.to = Math.max(first, Math.min(last, glide.aim() + direction * flick.height * 0.8));
        glide.restart();
    }
    function rewind() {
        glide.stop();
        flick.contentY = flick.originY;
    }

    NumberAnimation {
        id: glide
        target: strip.flick
        property: "contentY"
        duration: Theme.scroll
        function aim(): real {
            return running ? to : strip.flick.contentY;
        }
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.max(2, Theme.px(3))
        color: Theme.line
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: strip.side
        anchors.rightMargin: strip.side
        spacing: Theme.gap

        Repeater {
            model: [-1, 1]

            Press {
                id: turner
                required property int modelData
                readonly property bool up: modelData < 0
                objectName: up ? "scroll-up" : "scroll-down"
                label: up ? qsTr("Vai su") : qsTr("Vai giù: c’è altro")
                enabled: up ? !strip.flick.atYBeginning : !strip.flick.atYEnd
                implicitHeight: Math.max(Theme.target, Theme.px(76))
                radius: implicitHeight / 2
                Layout.fillWidth: true
                onTapped: strip.turn(modelData)

                Plate {
                    anchors.fill: parent
                    radius: turner.radius
                    raised: false
                    color: !turner.enabled ? Theme.dimmed : turner.down ? Qt.lighter(Theme.ink, 1.5) : Theme.ink
                    outlineWidth: 0
                }
                Picture {
                    anchors.centerIn: parent
                    name: (turner.up ? "icon-up" : "icon-down") + (turner.enabled ? "" : "-off")
                    side: Theme.px(48)
                }
            }
        }
    }
}

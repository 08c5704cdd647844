// The middle of a screen: scrolls when it must, and says so with two big buttons for children, who only tap.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: scroller

    default property alias content: column.data
    property real spacing: Theme.px(24)
    property real side: Theme.margin
    property bool centred: false
    readonly property real start: Theme.px(Theme.rightToLeft ? 26 : Theme.wide ? 8 : 12)
    readonly property real end: Theme.px(Theme.wide ? 16 : 24)
    readonly property bool more: column.implicitHeight + start + end > height + 1

    readonly property real free: height - column.implicitHeight - column.y

    function turn(direction: int) {
        const last = Math.max(0, flick.contentHeight - flick.height);
        glide.to = Math.max(0, Math.min(last, glide.aim() + direction * flick.height * 0.8));
        glide.restart();
    }
    function rewind() {
        glide.stop();
        flick.contentY = 0;
    }

    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.max(1, parent.height - (scroller.more ? strip.height : 0))
        clip: scroller.more
        contentWidth: width
        contentHeight: column.implicitHeight + scroller.start + scroller.end
        boundsBehavior: Flickable.StopAtBounds
        interactive: scroller.more
        onHeightChanged: returnToBounds()
        onContentHeightChanged: returnToBounds()

        ColumnLayout {
            id: column
            x: scroller.side
            y: scroller.centred ? Math.max(scroller.start, (scroller.height - implicitHeight) / 2) : scroller.start
            width: flick.width - 2 * scroller.side
            spacing: scroller.spacing
        }
    }
    NumberAnimation {
        id: glide
        target: flick
        property: "contentY"
        duration: Theme.scroll
        function aim(): real {
            return running ? to : flick.contentY;
        }
    }
    Rectangle {
        visible: scroller.more
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: flick.bottom
        height: Math.max(2, Theme.px(3))
        color: Theme.line
    }
    RowLayout {
        id: strip
        visible: scroller.more
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: scroller.side
        anchors.rightMargin: scroller.side
        height: Math.max(Theme.target, Theme.px(76)) + 2 * Math.max(Theme.px(12), Theme.mm(3))
        spacing: Theme.gap

        Repeater {
            model: [-1, 1]

            Press {
                id: turner
                required property int modelData
                readonly property bool up: modelData < 0
                objectName: up ? "scroll-up" : "scroll-down"
                label: up ? qsTr("Vai su") : qsTr("Vai giù: c’è altro")
                enabled: up ? !flick.atYBeginning : !flick.atYEnd
                implicitHeight: Math.max(Theme.target, Theme.px(76))
                radius: implicitHeight / 2
                Layout.fillWidth: true
                onTapped: scroller.turn(modelData)

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

// A list that is walked with the arrows and answers to Enter; it keeps its place and its focus as its rows change.
import QtQuick
import Hub.Style

FocusScope {
    id: rows

    property alias model: list.model
    property alias delegate: list.delegate
    property alias currentIndex: list.currentIndex
    property alias count: list.count
    property string name: ""
    property int leap: 6 // rows of a Page key
    readonly property bool walked: list.activeFocus

    signal main

    function take() {
        list.forceActiveFocus();
    }
    function choose(index: int) {
        list.currentIndex = index;
        take();
    }

    ListView {
        id: list
        objectName: "rows"
        anchors.fill: parent
        anchors.rightMargin: Theme.px(14)
        focus: true
        activeFocusOnTab: true
        clip: true
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        keyNavigationEnabled: true
        Accessible.role: Accessible.List
        Accessible.name: rows.name
        onHeightChanged: if (currentIndex <= 0)
            positionViewAtBeginning()
        onCountChanged: if (currentIndex < 0 && count > 0)
            currentIndex = 0
        Keys.onReturnPressed: rows.main()
        Keys.onEnterPressed: rows.main()
        Keys.onPressed: event => {
            const to = ({
                    [Qt.Key_Home]: 0,
                    [Qt.Key_End]: count - 1,
                    [Qt.Key_PageUp]: Math.max(0, currentIndex - rows.leap),
                    [Qt.Key_PageDown]: Math.min(count - 1, currentIndex + rows.leap)
                })[event.key];
            if (to !== undefined) {
                currentIndex = to;
                event.accepted = true;
            }
        }
    }
    ScrollHandle {
        list: list
    }
}

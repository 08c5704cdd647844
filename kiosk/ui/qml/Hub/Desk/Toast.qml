// The answer to what was done: in words, with its way back. Green only for what is on disk.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: toast

    property var said: null
    property string words: ""
    readonly property string tone: said?.tone ?? ""
    readonly property string undo: said?.undo?.path ?? ""

    signal act(string path)
    signal heard

    implicitWidth: Math.min(parent?.width ?? 0, row.implicitWidth + 2 * Theme.px(30))
    implicitHeight: row.implicitHeight + 2 * Theme.px(18)
    visible: (said ?? null) !== null

    Plate {
        anchors.fill: parent
        radius: Theme.px(20)
        color: toast.tone === "done" ? "#1B7A45" : toast.tone === "no" ? "#B4342A" : Theme.ink
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.px(30)
        anchors.rightMargin: Theme.px(18)
        spacing: Theme.px(20)

        Words {
            objectName: "said"
            text: toast.words
            size: 25
            font.weight: Font.DemiBold
            color: Theme.onDark
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.px(900)
            Accessible.role: Accessible.AlertMessage
        }
        DeskButton {
            visible: toast.undo !== ""
            objectName: "undo"
            label: qsTr("Annulla")
            key: "Ctrl Z"
            sequence: "Ctrl+Z"
            least: Theme.px(50)
            onTapped: toast.act(toast.undo)
        }
        DeskButton {
            objectName: "heard"
            label: qsTr("Va bene")
            least: Theme.px(50)
            onTapped: toast.heard()
        }
    }
}

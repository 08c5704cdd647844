// Money by how far it has come, and by fund: a row for each state, a column for each fund, what is together at the end.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

GridLayout {
    id: sums

    property var funds: [] // fund, cents
    property var come: [] // settled, funds in the same order, cents
    readonly property bool several: funds.length > 1
    readonly property var heads: [""].concat(funds.map(each => VoucherSay.fund(each.fund)), several ? [qsTr("Insieme")] : [])
    readonly property var lines: come.map(each => line(each.settled, each.funds)).concat(come.length > 1 ? [line("", funds)] : [])
    readonly property var cells: lines.reduce((all, each) => all.concat(each), [])

    // What has come so far ("": all of it), of each fund, and together.
    function line(settled: string, parts: var): var {
        const cents = parts.map(each => each.cents);
        return [settled].concat(cents, several ? [cents.reduce((sum, each) => sum + each, 0)] : []);
    }

    columns: heads.length
    columnSpacing: Theme.px(28)
    rowSpacing: Theme.px(5)

    Repeater {
        model: sums.heads

        Words {
            required property int index
            required property string modelData
            text: modelData
            size: 20
            font.weight: Font.DemiBold
            color: Theme.soft
            horizontalAlignment: Text.AlignRight
            Layout.fillWidth: index > 0
            Layout.preferredWidth: Theme.px(index > 0 ? 150 : 10)
        }
    }
    Repeater {
        model: sums.cells

        Item {
            id: cell
            required property int index
            required property var modelData
            readonly property bool named: index % sums.columns === 0
            readonly property bool whole: index >= sums.columns * sums.come.length || (sums.several && index % sums.columns === sums.columns - 1)
            implicitWidth: named ? Theme.px(220) : amount.implicitWidth
            implicitHeight: Math.max(named && modelData ? mark.implicitHeight : 0, amount.implicitHeight)
            Layout.fillWidth: !named

            SettledMark {
                id: mark
                visible: cell.named && state_ !== ""
                objectName: "sum-" + state_
                state_: cell.named ? cell.modelData : ""
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                id: amount
                visible: !mark.visible
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: cell.named ? qsTr("Insieme") : VoucherSay.euro(cell.modelData)
                size: 22
                font.weight: cell.whole ? Font.Bold : Font.Normal
                color: cell.modelData === 0 ? Theme.soft : Theme.ink
                wrapMode: Text.NoWrap
                horizontalAlignment: cell.named ? Text.AlignLeft : Text.AlignRight
            }
        }
    }
}

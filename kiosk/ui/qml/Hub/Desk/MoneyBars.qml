// Money is lengths: costs, paid before, the voucher pays, you pay. The lengths add up before anyone reads a number.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

ColumnLayout {
    id: picture

    property var bars: null // costs, before, pays, youPay; cents
    property real size: 25
    property real thick: 34
    readonly property real most: Math.max(1, bars?.costs ?? 1)
    readonly property var rows: [
        {
            "name": "costs",
            "words": qsTr("Costa"),
            "from": 0,
            "cents": bars?.costs ?? 0,
            "ink": Theme.ink
        },
        {
            "name": "before",
            "words": qsTr("Già pagato"),
            "from": 0,
            "cents": bars?.before ?? 0,
            "ink": "#8C8577"
        },
        {
            "name": "pays",
            "words": qsTr("Paga il voucher"),
            "from": bars?.before ?? 0,
            "cents": bars?.pays ?? 0,
            "ink": "#3DB36B"
        },
        {
            "name": "you",
            "words": qsTr("Paga la famiglia"),
            "from": (bars?.before ?? 0) + (bars?.pays ?? 0),
            "cents": bars?.youPay ?? 0,
            "ink": "#FFC53D"
        }
    ].filter(row => row.name !== "before" || row.cents > 0)

    spacing: Theme.px(14)

    Repeater {
        model: picture.rows

        ColumnLayout {
            id: bar
            required property var modelData
            objectName: "bar-" + modelData.name
            spacing: Theme.px(8)
            Layout.fillWidth: true
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: %2").arg(modelData.words).arg(VoucherSay.euro(modelData.cents))

            RowLayout {
                spacing: Theme.px(16)
                Layout.fillWidth: true

                Words {
                    text: bar.modelData.words
                    spoken: false
                    size: picture.size
                    font.weight: Font.DemiBold
                    Layout.fillWidth: true
                }
                Words {
                    text: VoucherSay.euro(bar.modelData.cents)
                    spoken: false
                    size: picture.size * 1.12
                    font.weight: Font.Bold
                    wrapMode: Text.NoWrap
                }
            }
            Rectangle {
                implicitHeight: Theme.px(picture.thick)
                radius: height / 2
                color: "#E6DAC6"
                Layout.fillWidth: true

                Rectangle {
                    visible: bar.modelData.cents > 0
                    x: Math.min(parent.width - width, parent.width * bar.modelData.from / picture.most)
                    width: Math.max(parent.height, parent.width * Math.min(1, bar.modelData.cents / picture.most))
                    height: parent.height
                    radius: height / 2
                    color: bar.modelData.ink
                }
            }
        }
    }
}

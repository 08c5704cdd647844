// The plain picture before a voucher pays: lengths that add up to what it costs. The only place that asks to confirm.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property int costs: face?.costs ?? 0
    readonly property int before: face?.before ?? 0
    readonly property int pays: face?.pays ?? 0
    readonly property int youPay: face?.youPay ?? 0
    readonly property var parts: face?.parts ?? []
    readonly property bool several: parts.length > 1
    readonly property bool columns: Theme.wide && !Theme.large
    readonly property bool inVain: face?.inVain ?? false
    readonly property bool tight: !Theme.checked || several || before > 0 || inVain // so that the answer is seen without scrolling
    readonly property bool stepped: (face?.less ?? false) || (face?.more ?? false)

    component Sheet: Item {
        id: sheet
        default property alias content: inside.data
        implicitHeight: inside.implicitHeight + 2 * Theme.px(screen.tight ? 22 : Theme.wide ? 28 : 44)
        Layout.fillWidth: true

        Plate {
            anchors.fill: parent
        }
        ColumnLayout {
            id: inside
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.px(48)
            anchors.rightMargin: Theme.px(48)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(screen.tight ? 18 : Theme.wide ? 22 : 34)
        }
    }
    component Answer: ColumnLayout {
        spacing: Theme.gap

        Press {
            id: use
            objectName: "pay-done"
            label: Money.said("use", screen.pays)
            enabled: screen.pays > 0
            radius: Theme.radiusButton
            least: Theme.childTarget
            implicitHeight: Math.max(least, Theme.px(Theme.wide || screen.tight ? 132 : 160), words.implicitHeight + 2 * Theme.px(24))
            Layout.fillWidth: true
            onTapped: screen.intent("pay/confirm")

            Plate {
                anchors.fill: parent
                radius: use.radius
                color: use.down ? Qt.darker(Theme.done, 1.15) : Theme.done
            }
            MoneyWords {
                id: words
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.px(32)
                anchors.verticalCenter: parent.verticalCenter
                sentence: "use"
                amounts: [screen.pays]
                size: 56
                weight: Font.Bold
                tone: Theme.onDark
                second: Theme.onDark
                align: Text.AlignHCenter
                spoken: false
            }
        }
        BigButton {
            objectName: "pay-back"
            label: qsTr("Torna indietro")
            least: Theme.childTarget
            Layout.fillWidth: true
            onTapped: screen.intent("pay/back")
        }
    }

    Scroller {
        anchors.fill: parent
        spacing: Math.max(Theme.px(screen.tight ? 14 : 24), Theme.gap)

        RowLayout {
            spacing: Theme.px(28)
            Layout.fillWidth: true

            ColumnLayout {
                spacing: Theme.px(14)
                Layout.fillWidth: true

                Heading {
                    text: screen.face?.title ?? ""
                    size: screen.columns || screen.tight || Theme.large || Theme.reach ? 60 : Theme.title
                    Layout.fillWidth: true
                }
                Words {
                    visible: text !== ""
                    text: Say.joined([screen.face?.place ?? "", (screen.face?.when ?? null) === null ? "" : Say.moment(screen.face.when)])
                    size: 38
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                spacing: Theme.px(6)
                Layout.fillWidth: false
                Layout.alignment: Qt.AlignTop

                Creature {
                    kind: screen.face?.who?.creature ?? ""
                    side: Theme.px(Theme.wide || Theme.large || screen.tight ? 110 : 150)
                    Layout.alignment: Qt.AlignHCenter
                }
                Words {
                    text: screen.face?.who?.firstName ?? ""
                    size: 32
                    font.weight: Font.Bold
                    horizontalAlignment: Text.AlignHCenter
                    Layout.maximumWidth: Theme.px(300)
                    Layout.alignment: Qt.AlignHCenter
                }
            }
        }
        Unchecked {
            Layout.fillWidth: true
        }
        GridLayout {
            columns: screen.columns ? 2 : 1
            columnSpacing: Theme.px(56)
            rowSpacing: Theme.gap
            Layout.fillWidth: true

            Sheet {
                Layout.preferredWidth: Theme.px(1060)
                Layout.alignment: Qt.AlignTop

                MoneyLength {
                    objectName: "costs"
                    sentence: "costs"
                    cents: screen.costs
                    whole: screen.costs
                    tight: screen.tight
                }
                MoneyLength {
                    visible: screen.before > 0
                    sentence: "before"
                    cents: screen.before
                    whole: screen.costs
                    tight: screen.tight
                    tone: Theme.soft
                }
                Repeater {
                    model: screen.parts.length

                    MoneyLength {
                        required property int index
                        readonly property var part: screen.parts[index] ?? null
                        sentence: screen.several ? "pays_with" : "pays"
                        amounts: screen.several ? [part?.name ?? ""] : []
                        italianAmounts: screen.several ? [part?.italian ?? ""] : []
                        cents: part?.cents ?? 0
                        whole: screen.costs
                        tight: screen.tight
                        begins: screen.before + screen.parts.slice(0, index).reduce((sum, one) => sum + one.cents, 0)
                        tone: Theme.done
                    }
                }
                MoneyLength {
                    visible: screen.youPay > 0
                    sentence: "you_pay"
                    cents: screen.youPay
                    whole: screen.costs
                    tight: screen.tight
                    begins: screen.before + screen.pays
                    tone: Theme.sun
                    striped: true
                }
                MoneyWords {
                    visible: screen.youPay === 0
                    sentence: "nothing"
                    size: 42
                    tone: Theme.done
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                spacing: Theme.gap
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.px(720)
                Layout.fillWidth: true

                Sheet {
                    MoneyWords {
                        visible: screen.inVain
                        sentence: "so_far"
                        Layout.fillWidth: true
                    }
                    RowLayout {
                        spacing: Theme.px(24)
                        Layout.fillWidth: true

                        MoneyWords {
                            sentence: screen.face?.atLeast ? "left_least" : "left"
                            weight: Font.Normal
                            Layout.fillWidth: true
                        }
                        Words {
                            text: Money.euros(screen.face?.left ?? 0)
                            size: 46
                            font.weight: Font.Bold
                            wrapMode: Text.NoWrap
                        }
                    }
                }
                RowLayout {
                    visible: screen.stepped
                    spacing: Theme.gap
                    Layout.fillWidth: true

                    BigButton {
                        objectName: "pay-less"
                        label: qsTr("Di meno")
                        picture: "icon-minus"
                        size: Theme.body
                        apart: Theme.repeat
                        least: Theme.childTarget
                        enabled: screen.face?.less ?? false
                        opacity: enabled ? 1 : 0.4
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        onTapped: screen.intent("pay/less")
                    }
                    BigButton {
                        objectName: "pay-more"
                        visible: enabled || !screen.inVain
                        label: qsTr("Di più")
                        picture: "icon-plus"
                        size: Theme.body
                        apart: Theme.repeat
                        least: Theme.childTarget
                        enabled: screen.face?.more ?? false
                        opacity: enabled ? 1 : 0.4
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        onTapped: screen.intent("pay/more")
                    }
                }
                Answer {
                    Layout.fillWidth: true
                }
            }
        }
    }
}

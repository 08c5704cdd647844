// The station about itself: how fresh, what waits, which stations of the hub were heard and when.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var stands: face?.stands ?? null

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Stazione %1").arg(page.stands?.station ?? "")
            about: DeskSay.fresh(page.stands)
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.px(24)
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop

            Sheet {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(700)
                Layout.alignment: Qt.AlignTop

                Capital {
                    text: qsTr("In attesa di partire")
                    Layout.fillWidth: true
                }
                Words {
                    text: String(page.stands?.waiting ?? 0)
                    size: 54
                    font.weight: Font.Bold
                }
                Words {
                    text: (page.stands?.waiting ?? 0) === 0 ? qsTr("Tutto consegnato alla città.") : qsTr("Il più vecchio aspetta da %1. Partono da soli.").arg(DeskSay.age(page.stands?.oldest))
                    color: Theme.soft
                    size: 23
                    Layout.fillWidth: true
                }
            }
            Sheet {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(700)
                Layout.alignment: Qt.AlignTop

                Capital {
                    text: qsTr("Stazioni di questo hub")
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.face?.stations ?? []

                    RowLayout {
                        id: line
                        required property var modelData
                        spacing: Theme.px(16)
                        Layout.fillWidth: true

                        Words {
                            text: line.modelData.name
                            size: 24
                            font.weight: Font.DemiBold
                            Layout.fillWidth: true
                        }
                        Words {
                            text: line.modelData.own ? qsTr("questa") : line.modelData.at ? qsTr("sentita %1").arg(DeskSay.moment(line.modelData.at)) : qsTr("mai sentita")
                            size: 23
                            color: Theme.soft
                        }
                    }
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}

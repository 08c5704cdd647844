// The station about itself: the tram in its state, one honest line, the same facts as rows.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Screen {
    id: screen

    readonly property string stands: face?.state ?? "never"
    readonly property bool travelling: frame?.tram?.state === "travelling"
    readonly property bool arrived: scene === "station-arrived"
    readonly property bool twofold: Theme.wide && !Theme.large
    // As wide as leaves the line in sight.
    readonly property int broad: Theme.reach ? 380 : Theme.textStep === 2 ? 460 : twofold ? Theme.rightToLeft ? 460 : 560 : Theme.rightToLeft ? 600 : 760
    readonly property bool waiting: (face?.waiting ?? 0) > 0
    readonly property string scene: {
        switch (stands) {
        case "revoked":
            return "station-closed";
        case "first_copy":
            return "station-first";
        case "up_to_date":
            return travelling ? "station-travelling" : waiting ? "station-leaving" : "station-arrived";
        }
        return travelling ? "station-travelling" : waiting ? "station-waiting" : "station-stop";
    }
    readonly property var said: Say.standing(face)

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.apart

        ScreenHead {
            title: qsTr("Dov’è il tram?")
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            onBack: screen.intent("back")
        }
        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                columns: screen.twofold ? 2 : 1
                columnSpacing: Theme.px(64)
                rowSpacing: Theme.px(36)
                Layout.fillWidth: true

                ColumnLayout {
                    spacing: Theme.px(24)
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(760)
                    Layout.alignment: Theme.reach ? Qt.AlignTop : Qt.AlignVCenter

                    Item {
                        visible: !(Theme.wide && Theme.reach) // there is room for the line only
                        implicitWidth: picture.width
                        implicitHeight: picture.height
                        Layout.alignment: Qt.AlignHCenter

                        Picture {
                            id: picture
                            name: screen.scene
                            directional: true
                            side: Theme.px(screen.broad)
                            ratio: 460 / 760
                        }
                        Picture {
                            visible: screen.arrived
                            name: "station-tick"
                            side: picture.width * 0.18
                            x: (picture.width - width) * (Theme.rightToLeft ? 0.52 : 0.48)
                            y: picture.height * 0.02
                        }
                    }
                    Heading {
                        objectName: "standing"
                        text: screen.said[0] ?? ""
                        size: Theme.rightToLeft || screen.twofold ? 54 : 60
                        horizontalAlignment: Text.AlignHCenter
                        Layout.fillWidth: true
                    }
                    Words {
                        objectName: "standing-more"
                        visible: text !== ""
                        text: screen.said.slice(1).join("\n")
                        size: screen.twofold ? 36 : 40
                        color: Theme.soft
                        horizontalAlignment: Text.AlignHCenter
                        Layout.fillWidth: true
                    }
                }
                StationFacts {
                    face: screen.face
                    hub: (screen.frame?.hubName ?? []).join(" ")
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.px(960)
                    Layout.alignment: Qt.AlignVCenter
                }
            }
        }
    }
}

// A session in a list: the hour, what it is, its seats, who waits and what is asked.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Item {
    id: line

    property var session: null
    property bool current: false
    property bool focused: false
    property string day: "" // the day's name, above the first of a day
    readonly property bool off: session?.cancelled ?? false

    signal chosen
    signal opened

    objectName: "session-" + (session?.id ?? "")
    implicitHeight: head.height + body.height
    Accessible.role: Accessible.Button
    Accessible.name: [session?.title ?? "", SessionSay.when(session), SessionSay.room(session?.places)].join(", ")

    Item {
        id: head
        width: parent.width
        height: line.day === "" ? 0 : dayName.implicitHeight + Theme.px(40)

        Words {
            id: dayName
            visible: line.day !== ""
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(14)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(10)
            text: line.day
            size: 23
            font.weight: Font.Bold
            color: Theme.soft
        }
    }
    Item {
        id: body
        anchors.top: head.bottom
        width: parent.width
        height: Math.max(Theme.px(92), cells.implicitHeight + Theme.px(24))

        Rectangle {
            anchors.fill: parent
            anchors.topMargin: Theme.px(2)
            anchors.bottomMargin: Theme.px(2)
            radius: Theme.px(16)
            color: line.current ? "#FFF0CF" : hover.hovered ? Theme.paper : "transparent"
            border.width: line.current && line.focused ? Theme.px(4) : 0
            border.color: Theme.focus
        }
        Rectangle {
            visible: !line.current
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: Math.max(1, Theme.px(1))
            color: Theme.line
        }
        HoverHandler {
            id: hover
        }
        MouseArea {
            anchors.fill: parent
            onClicked: line.chosen()
            onDoubleClicked: line.opened()
        }
        RowLayout {
            id: cells
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.px(14)
            anchors.rightMargin: Theme.px(18)
            spacing: Theme.px(20)

            ColumnLayout {
                spacing: Theme.px(4)
                Layout.preferredWidth: Theme.px(84)
                Layout.maximumWidth: Theme.px(84)

                Words {
                    text: line.session?.at?.time ?? ""
                    size: 25
                    font.weight: Font.Bold
                    color: line.off ? Theme.soft : Theme.ink
                    wrapMode: Text.NoWrap
                }
                Words {
                    text: line.session?.ends ?? ""
                    size: 20
                    color: Theme.soft
                    wrapMode: Text.NoWrap
                }
            }
            Picture {
                name: line.session?.pillar ? "pillar-" + line.session.pillar : "icon-today"
                side: Theme.px(50)
            }
            ColumnLayout {
                spacing: Theme.px(4)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(360)

                Words {
                    text: line.session?.title ?? ""
                    size: 25
                    font.weight: Font.Bold
                    font.strikeout: line.off
                    color: line.off ? Theme.soft : Theme.ink
                    Layout.fillWidth: true
                }
                Words {
                    visible: text !== ""
                    text: line.off ? qsTr("annullata") : [line.session?.place ?? "", SessionSay.course(line.session)].filter(part => part !== "").join(" · ")
                    size: 20
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                spacing: Theme.px(8)
                Layout.preferredWidth: Theme.px(420)
                Layout.maximumWidth: Theme.px(420)

                Seats {
                    visible: (line.session?.places?.capacity ?? null) !== null
                    places: line.session?.places ?? null
                    dim: line.off
                    side: 18
                    Layout.fillWidth: true
                }
                Words {
                    text: SessionSay.room(line.session?.places)
                    size: 20
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                spacing: Theme.px(6)
                Layout.preferredWidth: Theme.px(190)
                Layout.maximumWidth: Theme.px(190)

                Tally {
                    visible: (line.session?.requests ?? 0) > 0
                    picture: "signup-requested"
                    ink: Theme.wait
                    label: SessionSay.asked(line.session?.requests ?? 0)
                }
                Tally {
                    visible: (line.session?.waiting ?? 0) > 0
                    picture: "signup-waiting"
                    label: qsTr("%1 in attesa").arg(line.session?.waiting ?? 0)
                }
                Tally {
                    visible: (line.session?.wishes ?? 0) > 0
                    picture: "signup-wished"
                    ink: "#653BB8"
                    label: SessionSay.wishes(line.session?.wishes ?? 0)
                }
            }
        }
    }
}

// What this station knows of itself, as large calm rows on one card.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: facts

    required property var face
    required property string hub
    readonly property string state_: face?.state ?? "never"
    readonly property int waiting: face?.waiting ?? 0
    readonly property int needed: face?.needAPerson ?? 0
    readonly property int total: face?.total ?? 0

    implicitHeight: grid.implicitHeight + 2 * Theme.px(36)

    Plate {
        anchors.fill: parent
    }
    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(44)
        anchors.rightMargin: Theme.px(44)
        anchors.verticalCenter: parent.verticalCenter
        columns: Theme.large ? 1 : 2
        columnSpacing: Theme.px(40)
        rowSpacing: Theme.px(Theme.rightToLeft ? 22 : 34)
        uniformCellWidths: !Theme.large

        Fact {
            picture: "icon-clock"
            about: qsTr("Ultimo arrivo del tram")
            words: (facts.face?.asOf ?? null) !== null ? Say.moment(facts.face.asOf) : qsTr("non ancora")
            calm: true
            Layout.columnSpan: grid.columns
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        Fact {
            picture: "icon-parcels"
            about: qsTr("Attività arrivate")
            words: facts.state_ === "first_copy" && facts.total > 0 ? qsTr("%1 su %2").arg(facts.face?.done ?? 0).arg(facts.total) : ""
            calm: true
            Layout.columnSpan: grid.columns
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        Fact {
            picture: "icon-letter"
            about: qsTr("Aspettano il tram")
            words: facts.waiting > 0 ? Say.messages(facts.waiting) : qsTr("nessuno")
            calm: true
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        Fact {
            picture: "icon-oldest"
            about: qsTr("Il più vecchio da")
            words: Say.age(facts.face?.oldest ?? null)
            calm: true
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        Fact {
            picture: "icon-desk"
            about: qsTr("Da guardare al banco")
            words: facts.needed > 0 ? String(facts.needed) : qsTr("niente")
            calm: true
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        Fact {
            picture: "icon-hub"
            about: qsTr("Questo schermo")
            words: Say.joined([facts.face?.hub || facts.hub, facts.face?.station ?? ""])
            calm: true
            Layout.columnSpan: grid.columns
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
    }
}

// When one's sign-up is, and where.
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: facts

    required property var signup
    property string address: ""
    readonly property var dates: signup?.dates ?? []
    readonly property var when: signup?.when ?? null
    readonly property string place: signup?.place ?? ""

    visible: dates.length > 0 || when !== null || place !== ""
    implicitHeight: column.implicitHeight + 2 * Theme.px(Theme.wide ? 26 : 28)

    Plate {
        anchors.fill: parent
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(40)
        anchors.rightMargin: Theme.px(40)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(28)

        Fact {
            picture: facts.dates.length > 0 ? "icon-week" : "icon-clock"
            about: facts.dates.length > 0 ? qsTr("%1 date").arg(facts.dates.length) : qsTr("Quando")
            words: facts.dates.length > 0 ? facts.dates.map(one => Say.moment(one)).join("\n") : facts.when === null ? "" : Say.moment(facts.when)
            calm: facts.dates.length === 0
            Layout.fillWidth: true
        }
        Fact {
            picture: "icon-near"
            about: qsTr("Dove")
            words: facts.place
            more: facts.address
            calm: facts.dates.length === 0
            Layout.fillWidth: true
        }
    }
}

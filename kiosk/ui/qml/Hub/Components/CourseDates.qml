// All dates of a course that is signed up for as one, what it costs as a whole and what a voucher pays of that.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

Item {
    id: course

    property var dates: []
    property var priceCents: null
    property var toPay: null // once somebody has said who they are

    implicitHeight: column.implicitHeight + 2 * Theme.px(34)

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
        spacing: Theme.px(26)

        Fact {
            picture: "icon-week"
            about: qsTr("Tutto il corso")
            words: qsTr("%1 date").arg(course.dates.length)
            Layout.fillWidth: true
        }
        GridLayout {
            columns: Theme.wide && !Theme.large ? 3 : Theme.large ? 1 : 2
            columnSpacing: Theme.px(28)
            rowSpacing: Theme.px(12)
            uniformCellWidths: true
            Layout.fillWidth: true

            Repeater {
                model: course.dates

                Words {
                    required property int index
                    required property var modelData
                    objectName: "date-" + index
                    text: Say.moment(modelData)
                    size: 34
                    Layout.fillWidth: true
                }
            }
        }
        Fact {
            visible: course.priceCents !== null
            picture: "icon-cost"
            about: qsTr("Quanto costa")
            words: Say.price(course.priceCents)
            more: (course.priceCents ?? 0) > 0 ? qsTr("per tutto il corso", "of the price") : ""
            Layout.fillWidth: true
        }
        VoucherFact {
            toPay: course.toPay
            Layout.fillWidth: true
        }
    }
}

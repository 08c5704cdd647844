// How many blank cards are left at this station, and of when its list of dead cards is.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Sheet {
    id: card

    property var stock: null
    property var stands: null
    property bool prints: false // whether a sheet of blanks may be printed from here
    readonly property bool low: stock?.low ?? false

    signal sheetAsked

    Capital {
        text: qsTr("Tessere da dare")
        Layout.fillWidth: true
    }
    Words {
        objectName: "blanks"
        text: String(card.stock?.blanks ?? 0)
        size: 54
        font.weight: Font.Bold
        color: card.low ? "#B4342A" : Theme.ink
        Layout.fillWidth: true
    }
    Words {
        visible: card.low
        text: qsTr("Sono poche: chiedine altre alla città.")
        size: 22
        font.weight: Font.DemiBold
        color: "#B4342A"
        Layout.fillWidth: true
    }
    Words {
        text: qsTr("Elenco delle smarrite: %1.").arg(DeskSay.fresh(card.stands).toLowerCase())
        size: 21
        color: Theme.soft
        Layout.fillWidth: true
    }
    DeskButton {
        visible: card.prints && (card.stock?.blanks ?? 0) > 0
        objectName: "print-blanks"
        label: qsTr("Stampa un foglio di dieci")
        tone: "paper"
        size: 20
        onTapped: card.sheetAsked()
    }
}

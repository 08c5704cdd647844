// Somebody of a household and their card: which code, or that they have none yet.
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

PersonLine {
    id: row

    required property var member
    readonly property bool carded: (member?.cards ?? []).length > 0

    who: member?.who ?? null

    Words {
        text: row.carded ? row.member.cards.map(card => card.short).join(", ") : qsTr("senza tessera")
        spoken: false
        size: 22
        font.weight: row.carded ? Font.DemiBold : Font.Normal
        font.family: row.carded ? Theme.labels : Theme.latin
        color: row.carded ? Theme.ink : Theme.wait
        horizontalAlignment: Text.AlignRight
        Layout.preferredWidth: Theme.px(180)
    }
}

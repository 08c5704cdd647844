// Whether there are places, in words; the colour only repeats them.
import QtQuick
import Hub.Style

Words {
    required property string places

    text: Say.places(places)
    size: 31
    font.weight: Font.DemiBold
    color: places === "few" ? Theme.wait : places === "none" ? Theme.soft : Theme.done
}

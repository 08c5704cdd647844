// A name in the labels' capitals: the hub's, a column's.
import QtQuick
import Hub.Style
import Hub.Components

Words {
    size: 19
    font.family: Theme.labels
    font.weight: Font.Bold
    font.letterSpacing: Theme.px(1)
    font.capitalization: Font.AllUppercase
    lineHeight: 0.94
    color: Theme.soft
}

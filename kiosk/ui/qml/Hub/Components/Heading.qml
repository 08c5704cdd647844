// The name of a screen or of a part of it.
import QtQuick
import Hub.Style

Words {
    size: Theme.heading
    font.weight: Font.Bold
    Accessible.role: Accessible.Heading
}

// What every screen is: a function of the frame and of its own face, speaking upward in intents.
// `face` may for a moment be another screen's (both change together): read it with defaults.
import QtQuick

Item {
    required property var frame
    required property var face

    signal intent(string path)
}

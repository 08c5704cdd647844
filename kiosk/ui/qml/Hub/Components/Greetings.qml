// "Hello" and "touch to start" in each language, whatever the language of the screen: shown in turn on the idle screen.
pragma Singleton
import QtQuick

QtObject {
    readonly property var words: ({
            "it": ["Ciao!", "Tocca per iniziare"],
            "en": ["Hello!", "Touch to start"],
            "ar": ["أهلًا!", "المس لتبدأ"],
            "es": ["¡Hola!", "Toca para empezar"],
            "fr": ["Salut !", "Touche pour commencer"],
            "ro": ["Bună!", "Atinge ca să începi"],
            "sq": ["Përshëndetje!", "Prek për të filluar"],
            "uk": ["Привіт!", "Торкнися, щоб почати"],
            "fil": ["Kumusta!", "Pindutin para magsimula"]
        })

    function hello(tag: string): string {
        return (words[tag] ?? words[tag.split("-")[0]] ?? words.it)[0];
    }
    function start(tag: string): string {
        return (words[tag] ?? words[tag.split("-")[0]] ?? words.it)[1];
    }
}

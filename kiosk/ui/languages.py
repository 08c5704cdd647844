"""The languages a person can choose, each named in its own script. Only those whose words are complete."""

from kiosk.ui.faces import LanguageChoice

LANGUAGES = (
    LanguageChoice("it", "Italiano", False),
    LanguageChoice("en", "English", False),
    LanguageChoice("ar", "العربية", True),
)
BY_TAG = {choice.tag: choice for choice in LANGUAGES}

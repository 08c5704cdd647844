"""The languages a person can choose, each named in its own script. Only those whose words are complete."""

from collections.abc import Mapping

from kiosk.ui.faces import LanguageChoice

LANGUAGES = (
    LanguageChoice("it", "Italiano", False),
    LanguageChoice("en", "English", False),
    LanguageChoice("ar", "العربية", True),
)
BY_TAG = {choice.tag: choice for choice in LANGUAGES}
# By tag, who has read all words of a language and stands for them. Until somebody has, what is about money and consent
# stands beside the Italian, which is what holds.
MEDIATORS: Mapping[str, str] = {}
CHECKED = frozenset({"it", *MEDIATORS})

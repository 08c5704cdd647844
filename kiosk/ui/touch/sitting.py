"""The person now at the screen: language, text size, where they are, what they saw. Dropped whole when they go."""

from dataclasses import dataclass, field, replace

from kiosk.ui.languages import BY_TAG
from kiosk.ui.touch.faces import Listing

BROWSE_STEP = 12  # lines more with each "more"


@dataclass(frozen=True)
class Where:
    """A screen and what it is about: ("browse", "pillar/healthcare"), ("activity", id)."""

    screen: str
    about: str = ""
    shown: int = BROWSE_STEP

    @property
    def listing(self) -> Listing:
        return Listing(self.about.partition("/")[0] or "all")

    @property
    def argument(self) -> str:
        return self.about.partition("/")[2]


ATTRACT, HOME, LANGUAGE, SCAN = Where("attract"), Where("home"), Where("language"), Where("scan")
STATION = Where("station")
ERRAND = Where("errand")  # what they are in the middle of: see `errands`
OVER = (LANGUAGE, STATION)  # lie over an errand for a moment
_LISTINGS = {str(listing) for listing in Listing}


@dataclass(frozen=True)
class Sitting:
    language: str
    trail: tuple[Where, ...] = field(default=(ATTRACT,))
    text_step: int = 0
    high_contrast: bool = False
    reach: bool = False

    @property
    def where(self) -> Where:
        return self.trail[-1]


def fresh(language: str) -> Sitting:
    """Nobody is here. A language nobody has put into words yet is Italian."""
    return Sitting(language if language in BY_TAG else "it")


def step(sitting: Sitting, path: str) -> Sitting:
    """The sitting after an intent of a screen. Total: an intent that means nothing here changes nothing."""
    verb, _, about = path.partition("/")
    match verb, about:
        case "wake", "" if sitting.where == ATTRACT:
            return replace(sitting, trail=(HOME, LANGUAGE))
        case "home", "":
            return replace(sitting, trail=(HOME,))
        case "back", "":
            return replace(sitting, trail=sitting.trail[:-1] or (HOME,)) if len(sitting.trail) > 1 else sitting
        case "text", "":
            return replace(sitting, text_step=(sitting.text_step + 1) % 3)
        case "contrast", "":
            return replace(sitting, high_contrast=not sitting.high_contrast)
        case "reach", "":
            return replace(sitting, reach=not sitting.reach)
        case "language", tag if tag in BY_TAG:
            trail = tuple(where for where in sitting.trail if where != LANGUAGE)
            return replace(sitting, language=tag, trail=trail or (HOME,))
        case _:
            return _walk(sitting, verb, about)


def _walk(sitting: Sitting, verb: str, about: str) -> Sitting:
    if verb == "browse" and about == "more" and sitting.where.screen == "browse":
        more = replace(sitting.where, shown=sitting.where.shown + BROWSE_STEP)
        return replace(sitting, trail=(*sitting.trail[:-1], more))
    to = _destination(verb, about)
    if to is None or to == sitting.where:
        return sitting
    kept = sitting.trail[:-1] if to.screen == sitting.where.screen else sitting.trail
    return replace(sitting, trail=(*kept, to))


def _destination(verb: str, about: str) -> Where | None:
    match verb:
        case "browse" if about.partition("/")[0] in _LISTINGS:
            return Where("browse", about)
        case "activity" if about:
            return Where("activity", about)
        case "language" | "scan" | "station" if not about:
            return Where(verb)
    return None

"""Somebody is let go at the desk, or is not; a mistake is put right."""

from dataclasses import replace

from kiosk.domain.attendance import How
from kiosk.domain.release import Standing
from kiosk.domain.ties import Way
from kiosk.ui.desk.today.leaving import AdultLine, LeaveFace, PersonLine, Stop, StopFace
from kiosk.ui.desk.today.mending import MendFace, Step, StepLine
from tests.screens.desk.arriving import AMINA, LONG, SAMIRA, YOUSSEF
from tests.screens.desk.state import DeskState
from tests.screens.desk.today import LONG as LONG_DAY
from tests.screens.desk.today import ROWS

_NADIA = replace(SAMIRA, id="p-6", name="Nadia Haddad", given="Nadia", creature="bear")
_KARIM = replace(SAMIRA, id="p-7", name="Карим Наср", latin="Karim Nasr", given="Карим", creature="bird")
_NAMELESS = PersonLine("p-8", "", "", "", "", None, "")
_ADULTS = (
    AdultLine(SAMIRA, Standing.GUARDIAN),
    AdultLine(replace(_NADIA, id="p-10", name="Rosa Esempio", given="Rosa", creature="cat"), Standing.MAY_COLLECT),
    AdultLine(_NADIA, Standing.NOBODY),
)
_AWAY = (AdultLine(_KARIM, Standing.MUST_NOT_COLLECT),)
LEAVE = LeaveFace("v-1", AMINA, Way.WITH_ADULT, "", "", _ADULTS, _AWAY, (replace(YOUSSEF, id="v-2"),))
_MANY = LeaveFace(
    "v-1",
    LONG,
    Way.WITH_ADULT,
    "",
    "",
    tuple(
        AdultLine(replace(LONG, id=f"a-{number}", name=f"{LONG.name} {number}"), Standing.MAY_COLLECT)
        for number in range(9)
    ),
    (AdultLine(LONG, Standing.MUST_NOT_COLLECT), AdultLine(_NAMELESS, Standing.MUST_NOT_COLLECT)),
    tuple(replace(LONG, id=f"v-{number}", years=number, name=f"Figlio {number} {LONG.name}") for number in range(3, 6)),
)
_STOP = StopFace("v-1", "p-7", Stop.MUST_NOT_COLLECT, AMINA, _KARIM, (SAMIRA,), True)
_STEPS = (
    StepLine("v-12", "e-3", Step.LEFT, "15.00", "Ada Prova", "", How.WITH_ADULT),
    StepLine("v-12", "e-2", Step.SEEN, "14.12", "Bruno Esempio", "Ingresso"),
    StepLine("v-12", "e-1", Step.CAME, "14.05", "", "Ingresso"),
)

STATES = (
    DeskState("leave", "today-leave", LEAVE),
    DeskState("leave-many", "today-leave", _MANY),
    DeskState("leave-unknown", "today-leave", LeaveFace("v-9", None, Way.WITH_ADULT, "", "", (), (), ())),
    DeskState("leave-nobody", "today-leave", replace(LEAVE, adults=(), kept_away=(), others=())),
    DeskState("leave-alone", "today-leave", replace(LEAVE, way=Way.ALONE, others=())),
    DeskState(
        "leave-after", "today-leave", replace(LEAVE, way=Way.ALONE, after="Scacchi in cortile", activity="a", others=())
    ),
    DeskState("leave-ask-safeguarding", "today-leave", replace(LEAVE, kept_away=(), ask_safeguarding=True)),
    DeskState(
        "leave-found",
        "today-leave",
        replace(LEAVE, text="zo", found=(AdultLine(replace(_NADIA, id="z", name="Zoe Vicina"), Standing.NOBODY),)),
    ),
    DeskState("stop-never", "today-stop", _STOP),
    DeskState("stop-nobody-to-call", "today-stop", replace(_STOP, may_collect=(), may_override=False)),
    DeskState("stop-not-authorised", "today-stop", replace(_STOP, stop=Stop.NOT_AUTHORISED, with_whom=_NADIA)),
    DeskState("stop-stranger", "today-stop", replace(_STOP, stop=Stop.STRANGER, adult="somebody", with_whom=None)),
    DeskState(
        "stop-ask-safeguarding",
        "today-stop",
        replace(_STOP, stop=Stop.NOT_AUTHORISED, with_whom=_NADIA, ask_safeguarding=True),
    ),
    DeskState("stop-alone", "today-stop", replace(_STOP, stop=Stop.ALONE, adult="", with_whom=None)),
    DeskState("stop-long", "today-stop", replace(_STOP, person=LONG, with_whom=LONG, may_collect=(LONG, SAMIRA))),
    DeskState("mend", "today-mend", MendFace(ROWS[-2], _STEPS)),
    DeskState("mend-long", "today-mend", MendFace(LONG_DAY.rows[0], _STEPS)),
)

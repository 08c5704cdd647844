"""The desk's sessions: what is coming, one of them in every state, moved, full. Everybody is invented."""

from dataclasses import replace

from kiosk.domain.overrides import Because
from kiosk.domain.signingup import Warn
from kiosk.domain.signups import State
from kiosk.ui.desk.asking import WaitFace
from kiosk.ui.desk.faces import Said, Tone, Undo
from kiosk.ui.desk.sessions.choosing import BECAUSES, AddFace, FullFace, MoveFace
from kiosk.ui.desk.sessions.coming import CourseFace, Part, PartCount, SessionLine, SessionsFace
from kiosk.ui.desk.sessions.one import Deed, Desk, Group, SessionFace, SignupLine
from kiosk.ui.desk.sessions.places import PlacesFace
from kiosk.ui.desk.today.arriving import HitLine
from kiosk.ui.desk.today.leaving import PersonLine
from kiosk.ui.faces import Moment
from tests.screens.desk.state import YESTERDAY, DeskState

AMINA = PersonLine("p-1", "أمينة حداد", "Amina Haddad", "أمينة", "fox", 7, "6-10")
YOUSSEF = PersonLine("p-2", "Youssef Haddad", "", "Youssef", "cat", 10, "6-10")
WEI = PersonLine("p-3", "Wei 陈", "Wei Chen", "Wei", "fish", 15, "14-17")
CAMILA = PersonLine("p-4", "Camila Rojas", "", "Camila", "rabbit", 11, "11-13")
MATEO = PersonLine("p-5", "Mateo Rojas", "", "Mateo", "dino", 4, "3-5")
SOFIA = PersonLine("p-6", "Sofia Riva", "", "Sofia", "bird", None, "")
TOMMASO = PersonLine("p-7", "Tommaso Bianchi", "", "Tommaso", "bear", 9, "6-10")
NOBODY = PersonLine("p-8", "", "", "", "", None, "")
LONG = PersonLine(
    "p-9",
    "Maria Magdalena Theodora Anastasia de los Santos y Rodríguez Fernández-Castellano",
    "",
    "Maria Magdalena Theodora",
    "owl",
    12,
    "11-13",
)
_AT = Moment("2026-12-01", "today", "16.00")
_TOMORROW = Moment("2026-12-02", "tomorrow", "10.30")
_LATER = Moment("2026-12-05", "", "15.00")
_SOON = Moment("2026-12-03", "", "18.00")

SOUNDS = SessionLine(
    "s-1",
    "Bottega dei suoni",
    _AT,
    "17.30",
    "Sala blu",
    "talents_creativity",
    PlacesFace(20, 13, 1, 4, 2),
    0,
    0,
    1,
    cancelled=False,
)
BALL = replace(
    SOUNDS,
    id="s-2",
    title="Palla in cortile",
    ends="17.00",
    place="Cortile",
    pillar="physical_activity",
    places=PlacesFace(12, 11, 1, beyond=1),
    waiting=3,
    requests=2,
    wishes=0,
)
WORK = replace(
    SOUNDS,
    id="s-3",
    title="Compiti insieme",
    at=_TOMORROW,
    ends="12.00",
    place="Biblioteca",
    pillar="education_training",
    places=PlacesFace(8, 6, 0, 0, 2),
    requests=1,
    wishes=0,
)
OPEN = replace(
    SOUNDS,
    id="s-4",
    title="Merenda di quartiere",
    at=_LATER,
    ends="18.00",
    place="Giardino",
    pillar="common_spaces",
    places=PlacesFace(None, 34),
    wishes=0,
)
THEATRE = replace(
    OPEN,
    id="s-5",
    title="Tutti a teatro: prova aperta con le famiglie, i nonni e chi passa di lì",
    place="Auditorium di via Esempio, ingresso dal cortile interno",
    pillar="",
    places=PlacesFace(120, 77, 3, 25, 15),
)
OFF = replace(WORK, id="s-6", title="Yoga in fascia", cancelled=True, at=_LATER, pillar="healthcare", requests=0)
LINES = (SOUNDS, BALL, WORK, OPEN, THEATRE, OFF)
_PARTS = (PartCount(Part.ALL, 6), PartCount(Part.ASKED, 2), PartCount(Part.WAITING, 1), PartCount(Part.FREE, 4))
ALL = SessionsFace(_PARTS, Part.ALL, "", LINES)
_MANY = tuple(replace(line, id=f"{line.id}-{n}", title=f"{line.title} {n}") for n in range(12) for line in LINES)


def _line(person: PersonLine, state: State, *may: Deed, until: Moment | None = None, turn: int = 0,
          beyond: bool = False, inside: bool = False) -> SignupLine:  # fmt: skip
    return SignupLine(f"u-{person.id}", person, state, YESTERDAY, until, turn, beyond, inside, may)


_REQUESTS = Group(
    State.REQUESTED,
    (
        _line(AMINA, State.REQUESTED, Deed.AGAINST, Deed.DECLINE, Deed.MOVE),
        _line(SOFIA, State.REQUESTED, Deed.AGAINST, Deed.DECLINE, Deed.MOVE),
    ),
)
_BY_CENTRAL = Group(  # which may have a place: it is asked
    State.REQUESTED, (_line(AMINA, State.REQUESTED, Deed.CONFIRM, Deed.AGAINST, Deed.DECLINE, Deed.MOVE),)
)
_OFFERED = Group(State.OFFERED, (_line(WEI, State.OFFERED, Deed.CONFIRM, Deed.CANCEL, until=_SOON),))
_CONFIRMED = Group(
    State.CONFIRMED,
    (
        _line(YOUSSEF, State.CONFIRMED, Deed.MOVE, Deed.CANCEL),
        _line(TOMMASO, State.CONFIRMED, Deed.MOVE, Deed.CANCEL, beyond=True),
    ),
)
_WAITING = Group(
    State.WAITING,
    (
        _line(CAMILA, State.WAITING, Deed.AGAINST, Deed.MOVE, Deed.CANCEL, turn=1),
        _line(LONG, State.WAITING, Deed.AGAINST, Deed.MOVE, Deed.CANCEL, turn=2),
    ),
)
_WISHED = Group(State.WISHED, (_line(MATEO, State.WISHED, Deed.CONFIRM, Deed.DECLINE),))
_NOW = Group(
    State.CONFIRMED,
    tuple(
        _line(who, State.CONFIRMED, Deed.ATTENDED, Deed.NOT_COME, Deed.MOVE, Deed.CANCEL, inside=who is not SOFIA)
        for who in (AMINA, YOUSSEF, SOFIA)
    ),
)
_CAME = Group(
    State.ATTENDED,
    (_line(WEI, State.ATTENDED, Deed.NOT_COME, inside=True), _line(NOBODY, State.NOT_COME, Deed.ATTENDED)),
)
_LEAD, _OTHER = Desk(lead=True, override=True, begun=False), Desk(lead=False, override=False, begun=False)
FULL = SessionFace(BALL, (_REQUESTS, _OFFERED, _CONFIRMED, _WAITING), _LEAD, 0, "")
FREE = SessionFace(
    replace(SOUNDS, waiting=2),
    (replace(_WAITING, lines=(replace(_WAITING.lines[0], may=(Deed.OFFER, Deed.CONFIRM, Deed.CANCEL)),)), _WISHED),
    _LEAD,
    0,
    "u-p-4",
)
BEGUN = SessionFace(SOUNDS, (_NOW, _CAME), replace(_LEAD, begun=True), 2, "")
_HITS = tuple(HitLine(who, "h", "Haddad", adult=False, here=who is YOUSSEF) for who in (AMINA, YOUSSEF, LONG))
COURSE = replace(SOUNDS, id="s-7", title="Corso di nuoto", course=CourseFace(8, 3), requests=2)
_FULL_COURSE = replace(COURSE, id="s-8", title=THEATRE.title, course=CourseFace(12, 0))
_ASKS = replace(FULL, session=replace(BALL, places=PlacesFace(14, 11, 1, 0, 2)), groups=(_BY_CENTRAL, *FULL.groups[1:]))
_WANTS = replace(_line(AMINA, State.REQUESTED, Deed.CONFIRM, Deed.DECLINE), dates=8)
_OF_IT = SessionFace(
    COURSE,
    (
        Group(State.REQUESTED, (_WANTS, replace(_WANTS, id="u-p-9", person=LONG))),
        Group(State.CONFIRMED, (replace(_CONFIRMED.lines[0], dates=8), _CONFIRMED.lines[1])),
        Group(State.WISHED, (replace(_WISHED.lines[0], dates=8),)),
    ),
    _LEAD,
    0,
    "",
)

STATES = (
    DeskState("sessions-courses", "sessions", replace(ALL, lines=(SOUNDS, COURSE, _FULL_COURSE))),
    DeskState("sessions-open-course", "sessions-open", _OF_IT),
    DeskState("sessions-open-course-full", "sessions-open", replace(_OF_IT, session=_FULL_COURSE)),
    DeskState("sessions-add-course", "sessions-add", AddFace(COURSE, "ha", _HITS, whole=True)),
    DeskState("sessions-add-course-date", "sessions-add", AddFace(_FULL_COURSE, "", ())),
    DeskState(
        "sessions-full-course",
        "sessions-full",
        FullFace(_FULL_COURSE, LONG, "h", "", 0, (), warns=tuple(Warn), whole=True),
    ),
    DeskState("sessions", "sessions", ALL),
    DeskState("sessions-many", "sessions", replace(ALL, lines=_MANY)),
    DeskState("sessions-asked", "sessions", replace(ALL, part=Part.ASKED, lines=(BALL, WORK))),
    DeskState("sessions-none", "sessions", SessionsFace(tuple(PartCount(part, 0) for part in Part), Part.ALL, "", ())),
    DeskState("sessions-not-found", "sessions", replace(ALL, text="zzz", lines=())),
    DeskState("sessions-open", "sessions-open", FULL),
    DeskState("sessions-open-free", "sessions-open", FREE, Said(Tone.DONE, "waiting", number=2, undo=Undo("a/b"))),
    DeskState("sessions-open-asks", "sessions-open", _ASKS),
    DeskState("sessions-open-asked", "sessions-open", _ASKS, waits=WaitFace(0, AMINA)),
    DeskState("sessions-open-begun", "sessions-open", BEGUN),
    DeskState("sessions-open-other", "sessions-open", replace(FULL, desk=_OTHER, groups=(_WAITING,))),
    DeskState("sessions-open-empty", "sessions-open", SessionFace(OPEN, (), _LEAD, 0, "")),
    DeskState("sessions-open-off", "sessions-open", SessionFace(OFF, (_CONFIRMED,), _LEAD, 0, "")),
    DeskState("sessions-open-long", "sessions-open", replace(FULL, session=THEATRE)),
    DeskState("sessions-open-no", "sessions-open", FULL, Said(Tone.NO, "not_the_lead")),
    DeskState("sessions-add", "sessions-add", AddFace(SOUNDS, "", ())),
    DeskState("sessions-add-found", "sessions-add", AddFace(SOUNDS, "ha", _HITS), Said(Tone.NO, "already")),
    DeskState("sessions-add-asked", "sessions-add", AddFace(SOUNDS, "ha", _HITS), waits=WaitFace(0, YOUSSEF)),
    DeskState("sessions-add-called-off", "sessions-add", AddFace(SOUNDS, "", ()), Said(Tone.HINT, "called_off")),
    DeskState("sessions-move", "sessions-move", MoveFace(BALL, "u-p-1", AMINA, LINES[:1] + LINES[2:5])),
    DeskState("sessions-move-none", "sessions-move", MoveFace(BALL, "u-p-9", LONG, ())),
    DeskState("sessions-full", "sessions-full", FullFace(BALL, AMINA, "h", "", 3, BECAUSES)),
    DeskState(
        "sessions-full-waits", "sessions-full", FullFace(THEATRE, LONG, "h", "u-p-9", 3, (Because.RECORD_WRONG,))
    ),
    DeskState("sessions-full-warned", "sessions-full", FullFace(SOUNDS, AMINA, "h", "", 0, (), True, tuple(Warn))),
    DeskState("sessions-full-other", "sessions-full", FullFace(BALL, YOUSSEF, "h", "", 0, ())),
)

"""The site that every seed starts from: made once, copied for each."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central import enrolments, feed, grants
from central.db import Tx, meta, writing
from central.enrolments import NotEnrolled
from central.opening import Central, opened
from central.settings import Settings as CentralSettings
from kiosk.clock import stamp
from kiosk.db.station import Station
from kiosk.db.store import open_store
from kiosk.domain import keys
from kiosk.domain.wire import Enrolment, EnrolmentAsk
from tests.simulation import warm
from tests.simulation.clocks import START
from tests.simulation.station_node import KEY
from tests.simulation.value import site as value_site

HUBS = ("hub-a", "hub-b")
STATIONS = (("touch-a", "hub-a", "touch"), ("desk-a", "hub-a", "desk"), ("desk-b", "hub-b", "desk"))
RAM = Path("/dev/shm")


@dataclass(frozen=True)
class CardInHand:
    """A card as somebody holds it. `person` is "" for a blank or one from elsewhere."""

    serial: int
    code: str
    person: str
    hub: str


@dataclass
class Site:
    folder: Path
    stations: list[str] = field(default_factory=list)
    cards: list[CardInHand] = field(default_factory=list)

    @property
    def central(self) -> Path:
        return self.folder / "central"


@contextmanager
def made() -> Iterator[Site]:
    """A city of two hubs and three stations, on a disk that is memory where there is one."""
    with warm.unlocked(), TemporaryDirectory(prefix="wishmi-simulation-", dir=RAM if RAM.is_dir() else None) as name:
        site = Site(Path(name) / "site")
        site.central.mkdir(parents=True)
        settings = CentralSettings(database=f"sqlite:///{site.central / 'central.db'}", clock=_opening)
        with opened(settings) as central:
            with writing(central.engine) as tx:
                _catalogue(tx)
                value_site.build(tx)
                site.cards = _people(tx, central)
            for label, hub, role in STATIONS:
                site.stations.append(_station(site, central, label, hub, role))
        yield site


def _opening() -> datetime:
    return START.astimezone(UTC)


def _catalogue(tx: Tx) -> None:
    for number in range(6):
        feed.publish(tx, "place", f"place-{number}", {"name": f"Cortile {number}"})
        feed.publish(tx, "activity", f"activity-{number}", {"title": {"it": f"Gioco {number}"}})


def _people(tx: Tx, central: Central) -> list[CardInHand]:
    """Each hub's people with their cards, and two cards that nobody here knows."""
    cards = []
    signed = grants.sign_cards(tx, central.keys, 6, START.date())
    for number, blank in enumerate(signed):
        hub = HUBS[number % 2]
        person = f"person-{number}" if number < 4 else ""
        if person:
            face = {"household": f"household-{number}", "first_name": f"Nina {number}", "creature": "fox"}
            feed.publish(tx, "person", person, face, scope=f"hub:{hub}")
            bound = {"serial": blank.serial, "person": person, "household": f"household-{number}", "live": True}
            feed.publish(tx, "card", str(blank.serial), bound, scope=f"hub:{hub}")
        cards.append(CardInHand(blank.serial, blank.code, person, hub))
    return cards


def _station(site: Site, central: Central, label: str, hub: str, role: str) -> str:
    key = Ed25519PrivateKey.generate()
    with writing(central.engine) as tx:
        code = enrolments.invite(tx, central.keys, hub, role, label, START)
        answer = enrolments.enrol(tx, central.keys, EnrolmentAsk(code, keys.raw_public(key)), START)
    assert not isinstance(answer, NotEnrolled)
    with writing(central.engine) as tx:
        epoch = meta.get(tx, "epoch")
    _store(site.folder / answer.station, key, answer, epoch)
    return answer.station


def _store(folder: Path, key: Ed25519PrivateKey, answer: Enrolment, epoch: str) -> None:
    store = open_store(folder / "hub.db", KEY)
    with store.begin() as tx:
        tx.station.enrol(
            Station(
                id=answer.station,
                hub=answer.hub,
                role=answer.role,
                scope=answer.scope,
                central_url="",
                private_key=key.private_bytes_raw(),
                root_public=answer.root_public,
                key_list=answer.key_list,
                incarnation=f"{answer.station[-8:]}00000001",
                enrolled_at=stamp(START),
                certificate=answer.certificate,
            )
        )
        tx.syncing.begin(epoch)
    store.close()

"""Who a station is: enrolment, and the renewal of its certificate."""

from dataclasses import dataclass

from kiosk.domain.wire.text import NotTheWire, dump, load, unhex


@dataclass(frozen=True)
class EnrolmentAsk:
    code: str  # the one-time code, as printed
    public: bytes  # the station's new public key, 32 raw bytes


@dataclass(frozen=True)
class Enrolment:
    """What central answers: who the station is, and the keys it is to trust, certified by the root it pins."""

    station: str
    hub: str
    role: str  # "touch" or "desk"
    scope: str
    epoch: str
    root_public: bytes
    key_list: bytes  # signed, see keys.open_list
    certificate: bytes  # the station's own, see certificates.read


def dump_ask(ask: EnrolmentAsk) -> bytes:
    return dump({"code": ask.code, "public": ask.public.hex()})


def parse_ask(content: bytes) -> EnrolmentAsk:
    match load(content):
        case {"code": str() as code, "public": str() as public}:
            return EnrolmentAsk(code, _public(public))
    raise NotTheWire("not an enrolment")


def dump_enrolment(enrolment: Enrolment) -> bytes:
    values = vars(enrolment).items()
    return dump({name: value.hex() if isinstance(value, bytes) else value for name, value in values})


def parse_enrolment(content: bytes) -> Enrolment:
    match load(content):
        case {
            "station": str() as station,
            "hub": str() as hub,
            "role": str() as role,
            "scope": str() as scope,
            "epoch": str() as epoch,
            "root_public": str() as root,
            "key_list": str() as key_list,
            "certificate": str() as certificate,
        }:
            return Enrolment(station, hub, role, scope, epoch, _public(root), unhex(key_list), unhex(certificate))
    raise NotTheWire("not an enrolment")


def _public(text: str) -> bytes:
    raw = unhex(text)
    if len(raw) != 32:
        raise NotTheWire("not a public key")
    return raw


# --- renewal --------------------------------------------------------------------------------------------------------


def dump_renewal(public: bytes) -> bytes:
    """A station asks for a certificate for this key: the one it has, or the one that is to follow it."""
    return dump({"public": public.hex()})


def parse_renewal(content: bytes) -> bytes:
    match load(content):
        case {"public": str() as public}:
            return _public(public)
    raise NotTheWire("not a renewal")


def dump_signed(signed: bytes) -> bytes:
    """One signed thing: a certificate, a key list."""
    return dump({"signed": signed.hex()})


def parse_signed(content: bytes) -> bytes:
    match load(content):
        case {"signed": str() as signed}:
            return unhex(signed)
    raise NotTheWire("not a signed thing")

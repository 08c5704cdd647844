"""A GeoJSON file, as the list of its features or one sentence that says why it cannot be used."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from central.importers.charset import Unusable
from central.importers.literal import literal as meant
from central.importers.remarks import Remarks

__all__ = ["Object", "Unusable", "literal", "load", "parse", "repeated_name"]

LARGEST = 256 * 2**20  # bytes
_LONGEST_INTEGER = 300  # digits; longer ones are no number of ours, and Python refuses some of them
_WGS84 = ("CRS84", "EPSG:4326", "EPSG::4326", "WGS84")
_NOT_TEXT = {
    b"\x1f\x8b": "is compressed (gzip): unpack it first",
    b"PK\x03\x04": "is a zip archive: unpack it first",
    b"\xff\xfe": "is UTF-16: save it as UTF-8",
    b"\xfe\xff": "is UTF-16: save it as UTF-8",
    b"<": "is a web page or XML, not GeoJSON",
}


class Object(dict[str, Any]):
    """A JSON object that remembers which names stood in it twice."""

    repeated: tuple[str, ...] = ()


def load(file: Path) -> list[Any] | Unusable:
    """The features of a FeatureCollection in WGS 84, whatever each of them holds."""
    text = _text(file)
    return text if isinstance(text, Unusable) else _features(text)


def repeated_name(value: Any) -> str:
    """A name that stands twice in one object anywhere in this value, or ""."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Object):
            if item.repeated:
                return item.repeated[0]
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
    return ""


def literal(features: list[Any], wanted: Iterable[str], remarks: Remarks) -> Iterator[Any]:
    """The features one after another, their texts as they were meant; what nobody wants of them is remarked."""
    names = set(wanted)
    for number, feature in enumerate(features, start=1):
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if isinstance(properties, dict):
            remarks.row = number
            remarks.not_used(name for name in properties.keys() - names if properties[name] not in (None, "", [], {}))
            texts = [(name, properties[name]) for name in names & properties.keys()]
            properties.update({name: meant(text, remarks) for name, text in texts if isinstance(text, str)})
        yield feature


def _text(file: Path) -> str | Unusable:
    try:
        size = file.stat().st_size
        if size > LARGEST:
            return Unusable(f"has {size} bytes; more than {LARGEST} are not read")
        raw = file.read_bytes()
    except OSError as problem:
        return Unusable(f"cannot be read: {problem.strerror or problem}")
    return _decoded(raw)


def _decoded(raw: bytes) -> str | Unusable:
    if not raw.strip():
        return Unusable("is empty")
    for start, reason in _NOT_TEXT.items():
        if raw.lstrip().startswith(start):
            return Unusable(reason)
    if b"\x00" in raw[:4]:
        return Unusable("is UTF-16 or UTF-32: save it as UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        return Unusable(
            f"is not UTF-8 (byte {raw[problem.start]:#04x} in line {line}; perhaps Windows-1252): convert it"
        )


def parse(text: str) -> Any:
    """What a JSON text says, with its objects as `Object`; Unusable when it is none."""
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_integer)
    except RecursionError:
        return Unusable("is nested too deeply")
    except ValueError as problem:
        return Unusable(f"is not JSON: {problem}")


def _features(text: str) -> list[Any] | Unusable:
    document = parse(text)
    return document if isinstance(document, Unusable) else _collected(document)


def _collected(document: Any) -> list[Any] | Unusable:
    match document:
        case Object(repeated=(name, *_)):
            return Unusable(f'holds the name "{name[:40]}" twice at its top')
        case {"type": "FeatureCollection", "features": list() as features}:
            wrong = _wrong_reference(document.get("crs"))
            if wrong:
                return Unusable(wrong)
            return features or Unusable("holds no features")
        case {"type": str() as kind} if kind != "FeatureCollection":
            return Unusable(f'is a GeoJSON "{kind[:40]}": a FeatureCollection is needed')
    return Unusable("is not a GeoJSON FeatureCollection")


def _wrong_reference(crs: Any) -> str:
    """Why the coordinates are not WGS 84, or "". Without a `crs` they are (RFC 7946)."""
    match crs:
        case None:
            return ""
        case {"properties": {"name": str() as name}}:
            if name.upper().replace(" ", "").endswith(_WGS84):
                return ""
            return f'has coordinates in "{name[:60]}": convert it to WGS 84 (EPSG:4326) first'
    return "names its reference system in a way that cannot be read: convert it to WGS 84 (EPSG:4326) first"


def _object(pairs: list[tuple[str, Any]]) -> Object:
    made = Object(pairs)
    if len(made) != len(pairs):
        times = Counter(name for name, _ in pairs)
        made.repeated = tuple(name for name, count in times.items() if count > 1)
    return made


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else math.inf

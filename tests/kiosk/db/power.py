"""A disk that loses power: what SQLite writes is recorded, and laid out again as it may lie there after a cut.

The recorder is a layer below the real driver (a VFS over SQLite's own). What was not synced yet may be there, be
missing, or be there in part, in any order; what was synced is there. That a file exists is taken as durable.
"""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from sqlcipher3 import _sqlite3

SECTOR = 512  # bytes that a disk writes whole


@dataclass(frozen=True)
class Write:
    file: str
    at: int
    content: bytes


@dataclass(frozen=True)
class Size:
    """The file is cut, or made longer."""

    file: str
    size: int


@dataclass(frozen=True)
class Sync:
    file: str


@dataclass(frozen=True)
class Said:
    """What somebody was told, in between."""

    what: str


Entry = Write | Size | Sync | Said


# --- the layer ------------------------------------------------------------------------------------------------------

_POINTER, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
_WRITE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _POINTER, _LONG)
_SYNC = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, version 3."""

    _fields_ = (
        ("version", _INT),
        ("file_size", _INT),
        ("longest_path", _INT),
        ("next", _POINTER),
        ("name", ctypes.c_char_p),
        ("data", _POINTER),
        ("open", _OPEN),
        ("others", _POINTER * 15),
    )


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, version 3."""

    _fields_ = (
        ("version", _INT),
        ("close", _POINTER),
        ("read", _POINTER),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("others", _POINTER * 13),
    )


@contextmanager
def recording() -> Iterator[list[Entry]]:
    """What is written to files that are opened meanwhile, in order. They are to be closed before it ends."""
    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    usual = library.sqlite3_vfs_find(None)
    entries: list[Entry] = []
    layer = _Vfs.from_buffer_copy(usual.contents)
    kept: list[Any] = []  # C keeps no count of what Python holds
    layer.name, layer.next, layer.open = b"recorder", None, _OPEN(_opening(usual.contents.open, entries, kept))
    library.sqlite3_vfs_register(ctypes.byref(layer), 1)
    try:
        yield entries
    finally:
        library.sqlite3_vfs_register(usual, 1)
        library.sqlite3_vfs_unregister(ctypes.byref(layer))


def _opening(usual: Any, entries: list[Entry], kept: list[Any]) -> Callable[..., int]:
    def open_(vfs: int, name: int, file: int, flags: int, out: int) -> int:
        failed = int(usual(vfs, name, file, flags, out))
        methods = ctypes.cast(file, ctypes.POINTER(ctypes.POINTER(_Methods)))
        if not failed and name and methods[0]:
            path = ctypes.string_at(name).decode()
            own = _noting(methods[0].contents, Path(path).name, entries)
            kept.append(own)
            methods[0] = ctypes.pointer(own)
        return failed

    return open_


def _noting(usual: _Methods, name: str, entries: list[Entry]) -> _Methods:
    own = _Methods.from_buffer_copy(usual)

    def write(file: int, content: int, count: int, at: int) -> int:
        entries.append(Write(name, at, ctypes.string_at(content, count)))
        return int(usual.write(file, content, count, at))

    def truncate(file: int, size: int) -> int:
        entries.append(Size(name, size))
        return int(usual.truncate(file, size))

    def sync(file: int, flags: int) -> int:
        failed = int(usual.sync(file, flags))
        entries.append(Sync(name))
        return failed

    own.write, own.truncate, own.sync = _WRITE(write), _TRUNCATE(truncate), _SYNC(sync)
    return own


# --- the cut --------------------------------------------------------------------------------------------------------


def cut(before: Path, entries: Sequence[Entry], chance: Random, after: Path) -> list[str]:
    """Lay out in `after` what the files of `before` may hold if the power goes behind these; what was said by then."""
    files = {path.name: bytearray(path.read_bytes()) for path in before.iterdir() if path.is_file()}
    for entry in (entry for entry, synced in _settled(entries) if synced):
        _apply(files, entry)
    for entry in _survivors([entry for entry, synced in _settled(entries) if not synced], chance):
        _apply(files, entry)
    after.mkdir()
    for name, content in files.items():
        if not name.endswith("-shm"):  # of memory: it is made anew
            (after / name).write_bytes(content)
    return [entry.what for entry in entries if isinstance(entry, Said)]


def _settled(entries: Sequence[Entry]) -> Iterator[tuple[Write | Size, bool]]:
    """Each change, and whether its file was synced behind it."""
    last = {entry.file: at for at, entry in enumerate(entries) if isinstance(entry, Sync)}
    for at, entry in enumerate(entries):
        if isinstance(entry, Write | Size):
            yield entry, at < last.get(entry.file, -1)


def _survivors(unsynced: Sequence[Write | Size], chance: Random) -> list[Write | Size]:
    """None of them, the first of them, some of them, or some and one in part."""
    how = chance.choice(["none", "first", "some", "torn"])
    if how == "none":
        return []
    if how == "first":
        return list(unsynced[: chance.randint(0, len(unsynced))])
    some = [entry for entry in unsynced if chance.random() < 0.5]
    if how == "torn" and some:
        which = chance.randrange(len(some))
        some[which] = _torn(some[which], chance)
    return some


def _torn(entry: Write | Size, chance: Random) -> Write | Size:
    if isinstance(entry, Size):
        return entry
    return Write(entry.file, entry.at, entry.content[: SECTOR * chance.randint(0, len(entry.content) // SECTOR)])


def _apply(files: dict[str, bytearray], entry: Write | Size) -> None:
    content = files.setdefault(entry.file, bytearray())
    size = entry.size if isinstance(entry, Size) else entry.at + len(entry.content)
    if len(content) < size:
        content.extend(bytes(size - len(content)))
    if isinstance(entry, Size):
        del content[entry.size :]
    else:
        content[entry.at : size] = entry.content

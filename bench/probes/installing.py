"""The floor of a copy: one bare GET, one transaction. Arguments: address, an empty store's folder, "zstd" or "gzip".

The file holds a record a line; the rows go into the product's own tables, with its driver, encryption and indexes.
"""

import gzip
import io
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import requests
import zstandard

from bench.probes.scan_floor import open_store

_RECORD = (
    "INSERT OR REPLACE INTO records (kind, id, rev, state, v, data, mark, copy) VALUES (?, ?, ?, 'live', ?, ?, 0, 1)"
)
_ACTIVITY = "INSERT OR REPLACE INTO activities VALUES (?, ?, ?, ?, ?, ?, ?)"
_PILLAR = "INSERT OR REPLACE INTO pillars (activity, pillar, score) VALUES (?, ?, ?)"


def lines(content: bytes, form: str) -> Iterable[bytes]:
    if form == "gzip":
        return gzip.decompress(content).splitlines()
    return io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(content))


def write(store: Any, found: Iterable[bytes]) -> int:
    records, activities, pillars = [], [], []
    for line in found:
        item = json.loads(line)
        if "kind" not in item:
            continue  # the head
        data = item["data"]
        records.append((item["kind"], item["id"], item["rev"], item["v"], json.dumps(data)))
        if item["kind"] == "activity":
            ages = (data["min_age"], data["max_age"])
            activities.append((item["id"], data["title"]["it"], data["place"], data["standing"], False, *ages))
            pillars += [(item["id"], name, score) for name, score in data["pillars"].items()]
    store.execute("BEGIN IMMEDIATE")
    store.executemany(_RECORD, records)
    store.executemany(_ACTIVITY, activities)
    store.executemany(_PILLAR, pillars)
    store.execute("COMMIT")
    return len(records)


def main(url: str, folder: str, form: str) -> None:
    store = open_store(Path(folder))
    started = time.perf_counter()
    with requests.Session() as http:
        answer = http.get(url, timeout=60)
    answer.raise_for_status()
    count = write(store, lines(answer.content, form))
    print(json.dumps({"seconds": time.perf_counter() - started, "records": count}))
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A station's first copy by the product. Arguments: its folder, "snapshot" or "feed".

Seconds, megabytes above what the process had before, and records.
"""

import json
import sys
import time
from pathlib import Path

from bench.stationed import ByFeed, opened
from kiosk.settings import Settings
from kiosk.sync.central import Central


def main(data: str, way: str) -> None:
    with opened(Settings(data=Path(data))) as station:
        http = station.reach(station.known.central_url)
        central: Central = http if way == "snapshot" else ByFeed(http)
        Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here
        before, started = memory("VmRSS"), time.perf_counter()
        done = station.exchange(central)
        seconds, peak = time.perf_counter() - started, memory("VmHWM")
        if done.trouble or done.snapshot != (way == "snapshot"):
            sys.exit(f"no copy by {way}: {done}")
        records = station.do(lambda tx: tx.syncing.records())
    print(json.dumps({"seconds": seconds, "mb": peak - before, "records": records, "requests": done.requests}))


def memory(name: str) -> float:
    """Megabytes of this process, by the name that Linux gives them."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The composition root: the one package that knows every other, and puts a running station together.

`kiosk` owns the threads, the store and the exchange; `asking` is the way from a face to the store; `touch` and `desk`
each put one face together: its view model, its window and its scanners.
"""

from kiosk.app.kiosk import BROKEN, IN_USE, Kiosk, run_station

__all__ = ["BROKEN", "IN_USE", "Kiosk", "run_station"]

"""The late half of the composition root: what runs on the store thread, as plain calls.

Kept apart from `app` because nothing here may import SQLAlchemy before the first frame is painted: `room` imports the
store, and what each face asks of it (`touch`, `desk`), when `Storeroom.open` runs.
"""

from kiosk.storeroom.room import Known, Storeroom

__all__ = ["Known", "Storeroom"]

"""Whether this station is the lead of its hub, as central has told it. While nobody has told, it is not."""

from kiosk.db.tx import Tx
from kiosk.domain.lead import AskTheLead, read_lead

_KIND = "lead"  # of record, one for each hub


def leads(tx: Tx) -> bool:
    return ask_the_lead(tx) is None


def ask_the_lead(tx: Tx) -> AskTheLead | None:
    """Who is to be asked; None: this station."""
    station = tx.station.get()
    told = tx.catalogue.record(_KIND, station.hub) if station else None
    lead = read_lead(told) if told is not None else None
    return None if station and lead and lead.station == station.id else AskTheLead(lead.station if lead else "")

"""What is answered to what was done with the calendar."""

from datetime import date

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered
from kiosk.ui.desk.faces import Said, Tone
from kiosk.usecases.week import leading


def home(day: date) -> str:
    """The week that a day is in."""
    return f"calendar//{day.isoformat()}"


def lead_first(tx: Tx, by: Entered, now: Reading) -> Said:
    """It is the lead station's to do; by its name, "" where none is known."""
    return Said(Tone.NO, "ask_the_lead", leading(tx, by, now).elsewhere or "")

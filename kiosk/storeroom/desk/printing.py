"""What a printer answered, as the desk says it. A paper that did not come out stops nothing."""

from kiosk.devices.printers import NotPrinted, Outcome
from kiosk.ui.desk.faces import Said, Tone


def said(outcome: Outcome) -> Said:
    """ "printed", or "print_" and why not (kiosk.devices.printers.Why)."""
    if isinstance(outcome, NotPrinted):
        return Said(Tone.NO, f"print_{outcome.why.value}")
    return Said(Tone.DONE, "printed")

"""A cell as it was meant by whoever wrote it: without what encodings, spreadsheets and databases made of it."""

from central.importers import spreadsheets
from central.importers.mending import mended
from central.importers.remarks import Remarks


def literal(cell: str, remarks: Remarks) -> str:
    """The text; how it had to be read is remarked."""
    better = mended(cell)
    if better != cell:
        remarks.interpreted("a mangled text (mojibake), mended", cell)
    text, how = spreadsheets.meant(better)
    if how:
        remarks.interpreted(how, cell)
    return text

"""Texts, ways to reach somebody, and prices out of the parts of HSDS, cleaned like the cells of any other file."""

from datetime import date
from decimal import Decimal
from typing import Any

from central.importers import cells
from central.importers.cells import BadCell
from central.importers.hsdsmodels import Contact, CostOption, Language, Organization, Parts, Phone, Service, parts
from central.importers.mapped import Cell, Mapped
from central.importers.mending import mended
from central.importers.remarks import Remarks
from central.importers.rows import Data
from central.importers.words import PLAIN, normal, readable

_LONGEST_PRICE = 10**7  # euro


def text(said: str | None, path: str, remarks: Remarks) -> str:
    """A text on one line, "" when there is none, or none of use: that is remarked."""
    return _text(said, Cell((path,), "text"), remarks)


def lines(said: str | None, path: str, remarks: Remarks) -> str:
    """The same, with its lines."""
    return _text(said, Cell((path,), "lines", split="\n"), remarks)


def _text(said: str | None, cell: Cell, remarks: Remarks) -> str:
    try:
        return cells.text({cell.names[0]: _mended(said, remarks)}, cell, PLAIN)
    except BadCell as problem:
        remarks.omit(str(problem))
        return ""


def name(said: str, path: str, mapped: Mapped, remarks: Remarks) -> str:
    """A name, without shouting. Raises BadCell."""
    found = readable(cells.text({path: _mended(said, remarks)}, Cell((path,), "text"), PLAIN), mapped.style)
    if not normal(found):
        raise BadCell(f"{path}: it says nothing")
    return found


def of_service(service: Service, path: str, remarks: Remarks) -> Data:
    """Phones and mails of a service and its contacts, its website, languages and words on fees and who may come."""
    contacts = parts(Contact, service.contacts, f"{path}.contacts", remarks)
    phones = _phones(service.phones, f"{path}.phones", remarks)
    for contact in contacts:
        phones += _phones(contact.phones, f"{path}.contacts.phones", remarks)
    mails = [mail for said in (service.email, *(contact.email for contact in contacts)) for mail in [said] if mail]
    languages = parts(Language, service.languages, f"{path}.languages", remarks)
    return _there(
        {
            "mail": _cleaned("; ".join(mails), "mails", f"{path}.email", remarks),
            "phone": list(dict.fromkeys(phones)),
            "website": _cleaned(service.url, "website", f"{path}.url", remarks),
            "languages": [
                text(one.code or one.name, f"{path}.languages", remarks) for one in languages if one.code or one.name
            ],
            "fees": lines(service.fees_description, f"{path}.fees_description", remarks),
            "eligibility": lines(service.eligibility_description, f"{path}.eligibility_description", remarks),
        }
    )


def of_organization(organization: Organization, path: str, remarks: Remarks) -> Data:
    return _there(
        {
            "mail": _cleaned(organization.email, "mails", f"{path}.email", remarks),
            "phone": _phones(organization.phones, f"{path}.phones", remarks),
            "website": _cleaned(organization.website, "website", f"{path}.website", remarks),
        }
    )


def price(service: Service, path: str, currency: str, today: date, remarks: Remarks) -> int | None:
    """Cents, when what holds today is one price in euro; several, or none that is sure, are remarked."""
    options = parts(CostOption, service.cost_options, f"{path}.cost_options", remarks)
    holding = [option for option in options if not (option.valid_to and option.valid_to < today)]
    if len(holding) < len(options):
        remarks.interpreted("a price that ended before today, left out", path)
    if any(option.valid_from and option.valid_from > today for option in holding):
        remarks.interpreted("a price that begins later, left out", path)
        holding = [option for option in holding if not (option.valid_from and option.valid_from > today)]
    named = [option for option in holding if option.amount is not None]
    if not named:
        return None
    amounts = {option.amount for option in named}
    euro = all((option.currency or currency).strip().upper() == "EUR" for option in named) or amounts == {0.0}
    cents = _cents(amounts.pop()) if len(amounts) == 1 and euro else None
    if cents is None:
        remarks.omit(f"{path}.cost_options: {'not in euro' if not euro else 'not one price'}")
    return cents


def _cents(amount: float | None) -> int | None:
    if amount is None or amount > _LONGEST_PRICE:
        return None
    cents = Decimal(str(amount)) * 100
    return int(cents) if cents == int(cents) else None


def _phones(several: Parts, path: str, remarks: Remarks) -> list[str]:
    numbers = [phone.number for phone in parts(Phone, several, path, remarks)]
    found = [_cleaned(number.strip('"'), "phones", path, remarks) or [] for number in numbers]
    return [number for some in found for number in some]


def _cleaned(said: str | None, clean: str, path: str, remarks: Remarks) -> Any:
    """What `cells` makes of a text, None when that is nothing: that is remarked."""
    found = cells.further({path: said}, {"it": Cell((path,), clean)}, PLAIN, remarks) if said else {}
    return found.get("it")


def _there(said: Data) -> Data:
    return {name: value for name, value in said.items() if value}


def _mended(said: str | None, remarks: Remarks) -> str | None:
    better = mended(said) if said else said
    if better != said:
        remarks.interpreted("a mangled text (mojibake), mended", said or "")
    return better

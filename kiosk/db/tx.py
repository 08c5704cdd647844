"""A transaction, and the nouns one reaches through it."""

from sqlalchemy import Connection

from kiosk.db.allotments import Allotments
from kiosk.db.attendance import Attendance
from kiosk.db.branches import Branches
from kiosk.db.calendar import CalendarEdits
from kiosk.db.cards import Cards
from kiosk.db.cases import Cases
from kiosk.db.catalogue import Catalogue
from kiosk.db.clock import Clocks
from kiosk.db.consents import ConsentsDue
from kiosk.db.copying import Copying
from kiosk.db.digests import Digests
from kiosk.db.enrolling import Enrollings
from kiosk.db.erasing import Erasing
from kiosk.db.events import Events
from kiosk.db.expecting import Expecting
from kiosk.db.families import Families
from kiosk.db.hanging import Hanging
from kiosk.db.merges import Merges
from kiosk.db.pendings import Pendings
from kiosk.db.people import People
from kiosk.db.prohibitions import Prohibitions
from kiosk.db.redemptions import Redemptions
from kiosk.db.retaining import Retaining
from kiosk.db.secrets import Secrets
from kiosk.db.signups import Signups
from kiosk.db.station import Stations
from kiosk.db.syncing import Syncing
from kiosk.db.trail import Trail
from kiosk.db.unfeeding import Unfeeding
from kiosk.db.visits import Visits
from kiosk.db.vouchers import Vouchers
from kiosk.db.wiping import Wiping
from kiosk.db.workers import Workers


class Tx:
    def __init__(self, connection: Connection) -> None:
        self.station = Stations(connection)
        self.enrolling = Enrollings(connection)
        self.clock = Clocks(connection)
        self.events = Events(connection)
        self.branches = Branches(connection)
        self.visits = Visits(connection)
        self.attendance = Attendance(connection)
        self.expecting = Expecting(connection)
        self.calendar_edits = CalendarEdits(connection)
        self.vouchers = Vouchers(connection)
        self.allotments = Allotments(connection)
        self.redemptions = Redemptions(connection)
        self.pendings = Pendings(connection)
        self.signups = Signups(connection)
        self.cards = Cards(connection)
        self.people = People(connection)
        self.families = Families(connection)
        self.merges = Merges(connection)
        self.prohibitions = Prohibitions(connection)
        self.consents_due = ConsentsDue(connection)
        self.cases = Cases(connection)
        self.workers = Workers(connection)
        self.trail = Trail(connection)
        self.hanging = Hanging(connection)
        self.secrets = Secrets(connection)
        self.catalogue = Catalogue(connection)
        self.copying = Copying(connection)
        self.digests = Digests(connection)
        self.syncing = Syncing(connection)
        self.retaining = Retaining(connection)
        self.erasing = Erasing(connection)
        self.unfeeding = Unfeeding(connection)
        self.wiping = Wiping(connection)

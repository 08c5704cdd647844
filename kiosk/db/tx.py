"""A transaction, and the nouns one reaches through it."""

from sqlalchemy import Connection

from kiosk.db.cards import Cards
from kiosk.db.catalogue import Catalogue
from kiosk.db.events import Events
from kiosk.db.people import People
from kiosk.db.station import Stations
from kiosk.db.syncing import Syncing
from kiosk.db.visits import Visits


class Tx:
    def __init__(self, connection: Connection) -> None:
        self.station = Stations(connection)
        self.events = Events(connection)
        self.visits = Visits(connection)
        self.cards = Cards(connection)
        self.people = People(connection)
        self.catalogue = Catalogue(connection)
        self.syncing = Syncing(connection)

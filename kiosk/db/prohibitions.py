"""Who must not collect a child, as central told of what another hub's household said."""

import json
from collections.abc import Collection

from sqlalchemy import Connection

from kiosk.domain.prohibitions import Prohibition

_OF = """
SELECT child, adult, since, until FROM prohibitions WHERE child IN (SELECT value FROM json_each(?))
ORDER BY child, adult, since, until
"""


class Prohibitions:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, children: Collection[str]) -> list[Prohibition]:
        rows = self._connection.exec_driver_sql(_OF, (json.dumps(sorted(children)),))
        return [Prohibition(*row) for row in rows]

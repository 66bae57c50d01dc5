"""Writes as people do, until stopped: acts that are recorded, and files that are received.

`python -m bench.restoring.writing LOG` appends a line to the file for each act, with its moment.
"""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import django


def main(log: Path) -> None:
    """Act, one act after the other, until SIGTERM."""
    django.setup()
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage
    from django.db import transaction
    from django.utils import timezone

    from answerable_site.audit.operations import record
    from answerable_site.audit.rules import Processing
    from answerable_site.people.rules import PRODUCT

    stopping: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _frame: stopping.append(number))
    number = 0
    with log.open("a", encoding="utf-8", buffering=1) as told:
        while not stopping:
            number += 1
            with transaction.atomic():
                name = default_storage.save(
                    f"received/{number}.bin", ContentFile(f"{number} ".encode() * 500)
                )
                record(
                    by=PRODUCT,
                    at=timezone.now(),
                    act="register.add_document",
                    subject=f"register.document:{number}",
                    kind=Processing.COLLECTION,
                    details={"name": name},
                )
            told.write(f"{time.time()} {name}\n")
            time.sleep(0.01)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

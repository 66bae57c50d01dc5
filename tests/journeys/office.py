"""Fills a new database with invented offices: python -m tests.journeys.office

Prints, as JSON, the addresses that `tests.journeys.records` names.
"""

from __future__ import annotations

import json
import os

import django

OFFICES = ("Wexmoor", "Aldermere", "Thornmere", "Brackenhope", "Lindrick")
"""One for each journey, so that none finds the records of another."""


def main() -> None:
    """Make the offices, each with a delegate who may both sign and publish."""
    from tests import factories
    from tests.journeys.records import addresses

    from answerable_site.people.rules import Role

    for name in OFFICES:
        office = factories.office(name)
        factories.person(
            f"{name} Delegate", (office.body, Role.HOLDER), (office.body, Role.PUBLISHER)
        )
    print(json.dumps(addresses()))  # noqa: T201


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable_site.config.settings.local")
    django.setup()
    main()

"""Try everything alone on the empty database of the environment: `python -m bench.alone`.

The last line printed is JSON.
"""

from __future__ import annotations

import json
import logging
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from bench.alone.acts import Act

TODAY = "2026-05-12T10:00:00+01:00"


def main() -> None:
    """Build the office, try, print the tally."""
    django.setup()
    import time_machine
    from django.test.utils import setup_test_environment

    setup_test_environment()
    logging.disable(logging.WARNING)
    with time_machine.travel(TODAY, tick=False):
        print(json.dumps(tried(), ensure_ascii=False))


def tried(chosen: Sequence[type[Act]] | None = None) -> dict[str, Any]:
    """What came of every act, or of those chosen, tried by one person in every state."""
    from django.test import override_settings
    from tests import factories

    from bench.alone.acts import ACTS, laid
    from bench.alone.people import reached
    from bench.alone.trying import Tally, try_alone

    office = factories.office()
    ground = laid(office)
    reach = reached(office)
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder, override_settings(CUTS=Path(folder)):
        for act in chosen or ACTS:
            try_alone(act(ground), reach, tally)
    return {
        "accounts of one person": len(reach.accounts) + 3,
        "further steps to more, refused": len(reach.refused),
        "further steps to more, that worked": list(reach.allowed),
        "tried": dict(tally.tried),
        "attempts": tally.tried.total(),
        "refused": tally.refused,
        "made public by one person": tally.made_public,
        "made public by another person": tally.controls,
        "states that another person cannot end either": tally.without_control,
        "operations of the press that nobody tries": untried(),
    }


def untried() -> list[str]:
    """Operations of the press that are neither tried nor known to publish nothing."""
    from answerable_site.publication import operations
    from bench.alone.acts import OPERATIONS_TRIED, PUBLISHING_NOTHING

    known = OPERATIONS_TRIED | PUBLISHING_NOTHING
    return sorted(name for name in operations.__all__ if name.islower() and name not in known)


if __name__ == "__main__":
    main()

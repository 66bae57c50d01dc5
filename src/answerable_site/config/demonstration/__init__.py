"""An invented office with reports, answers and things that are due, for a first look.

Everything is made by the operations that people use, at the dates on which they would have acted;
every report is read by the real extraction.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from answerable import __version__


def prepare(data: Path, *, fresh: bool, start_django: Callable[[], None]) -> None:
    """Make the demonstration's database in a folder of its own, unless it is there already.

    Args:
        data: the folder; emptied if a loading was broken off, or was done by another version.
        fresh: begin again from nothing.
        start_django: called once the folder stands.
    """
    stamp = data / "loaded.txt"
    if fresh or not stamp.exists() or stamp.read_text(encoding="utf-8") != __version__:
        shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True, exist_ok=True)
    start_django()

    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    if not stamp.exists():
        from answerable_site.config.demonstration.loading import load

        load(today=_today(), say=_say)
        _sign_record()
        stamp.write_text(__version__, encoding="utf-8")


def announce(address: str) -> None:
    """Print where the site is and who one can be."""
    from answerable_site.people.presenters import demonstration_account
    from answerable_site.people.queries import demonstration_accounts

    print(f"\nAnswerable is running at {address}\n")  # noqa: T201
    print("Sign in there as one of these people; no password is needed:\n")  # noqa: T201
    for user in demonstration_accounts():
        shown = demonstration_account(user)
        print(f"  {shown.full_name:20} {shown.roles}")  # noqa: T201
    print("\nPress Ctrl-C to stop.", flush=True)  # noqa: T201


def _sign_record() -> None:
    """Make the demonstration’s key and its first signed head."""
    from django.utils import timezone

    from answerable_site.audit import operations, queries
    from answerable_site.people.rules import PRODUCT

    key = queries.key_path()
    if not key.exists():
        operations.make_key(key)
    operations.sign_head(by=PRODUCT, at=timezone.now(), key=key, file=queries.own_file())


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)  # noqa: T201

"""Tamper on the database of the environment: `python -m bench.tampering COUNT SEED`.

The last line printed is what was measured, as JSON.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

import django

PROGRESS_EVERY = 100
AT_ONCE_OF = 20
"""One honest run in so many is with several writers at once."""


def main(count: int, seed: int) -> None:
    """Make the tables of the record, tamper, then act honestly; print the tally."""
    django.setup()

    # All of it: other apps point at entries.
    told = tamper_often(count, seed) | act_honestly(count, seed)
    print(json.dumps(told))


def tamper_often(count: int, seed: int) -> dict:
    """What came of so many single tamperings, each with another record."""
    from bench.tampering.attacks import ON_THE_DATABASE, THOROUGH
    from bench.tampering.heads_files import ON_THE_HEADS

    attacks = ON_THE_DATABASE | THOROUGH | ON_THE_HEADS
    tried: Counter = Counter()
    missed: list[str] = []
    thorough = Counter(dict.fromkeys(("tried", "found with heads", "found without heads"), 0))
    for number in range(count):
        chance = random.Random(f"{seed}:tampering:{number}")
        name = chance.choice(sorted(attacks))
        is_found, is_found_alone = tamper_once(chance, attacks[name])
        tried[name] += 1
        if not is_found:
            missed.append(f"{name} (run {number})")
        if name in THOROUGH:
            thorough["tried"] += 1
            thorough["found with heads"] += is_found
            thorough["found without heads"] += is_found_alone
        say("tamperings", number)
    return {
        "tamperings": count,
        "found": count - len(missed),
        "missed": missed,
        "by kind": dict(sorted(tried.items())),
        "cut, chained anew or restored": dict(thorough),
    }


def tamper_once(chance: random.Random, attack: object) -> tuple[bool, bool]:
    """Whether one tampering is found with heads, and whether without them; nothing stays."""
    from django.db import transaction

    from answerable_site.audit import queries
    from bench.tampering.attacks import carry_out
    from bench.tampering.records import dumped, honest

    with tempfile.TemporaryDirectory() as folder, transaction.atomic():
        office = honest(chance, Path(folder))
        dump = dumped()
        office.act(chance.randint(1, 3))
        office.sign()
        if not office.verify().is_whole:
            raise AssertionError("The record was found changed before it was.")
        carry_out(attack, chance, office, dump)
        is_found = not office.verify().is_whole
        is_found_alone = not queries.verify().is_whole
        transaction.set_rollback(True)
    return is_found, is_found_alone


def act_honestly(count: int, seed: int) -> dict:
    """What the check says of honest records, some of them written by several at once."""
    from django.db import transaction

    from bench.tampering.at_once import Writers
    from bench.tampering.records import honest

    alarms: list[str] = []
    at_once = count // AT_ONCE_OF
    for number in range(count - at_once):
        with tempfile.TemporaryDirectory() as folder, transaction.atomic():
            office = honest(random.Random(f"{seed}:honest:{number}"), Path(folder))
            alarms += [fault.sentence for fault in office.verify().faults]
            transaction.set_rollback(True)
        say("honest runs", number)
    with tempfile.TemporaryDirectory() as folder:
        writers = Writers(Path(folder))
        for _ in range(at_once):
            alarms += writers.act_at_once()
        entries = writers.entries()
    return {
        "honest runs": count,
        "of them with writers at once": at_once,
        "entries that writers at once left": entries,
        "false alarms": alarms[:10],
        "false alarms in all": len(alarms),
    }


def say(what: str, number: int) -> None:
    """Show progress."""
    if (number + 1) % PROGRESS_EVERY == 0:
        from django.db import connection

        print(f"  {number + 1} {what} on {connection.vendor}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

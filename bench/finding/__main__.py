"""One database filled with recommendations and published texts, and searches timed in it.

Pages are asked of the site in this process, one after the other, in rounds, so that whatever else
the machine does falls on all alike. The last line is JSON.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from datetime import date, timedelta
from typing import Any

import django

RECOMMENDATIONS = 100_000
PUBLISHED = 100_000
SEARCHES = {
    "two words": "custody interpreter",
    "a word of one text in ten": "disclosure",
    "a word of every text": "forces",
    "a phrase": '"forces should improve custody"',
    "a word without another": "stalking -custody",
    "the beginning of a word": "neighb",
    "nothing": "zebra custody",
}


def main(rounds: int) -> dict[str, Any]:
    """Fill the database of the settings, and time every search."""
    django.setup()
    from django.db import connection
    from django.test import Client

    from bench.registers import filling

    say("filling")
    cookie = filling.fill(RECOMMENDATIONS)
    _publish()
    filling.settle()
    client = Client(headers={"host": "127.0.0.1"})
    name, _, value = cookie.partition("=")
    client.cookies[name] = value
    say("searching")
    figures: dict[str, Any] = {
        "recommendations": RECOMMENDATIONS,
        "published texts": PUBLISHED,
        "rounds": rounds,
    }
    for where, asking, address in (
        ("where people work", client, "/search/"),
        ("of one kind", client, "/search/?kind=recommendation"),
        ("in public", Client(headers={"host": "127.0.0.1"}), "/public/search/"),
    ):
        figures[f"milliseconds {where}, 95th percentile"] = _timed(asking, address, rounds)
    figures["index used"] = _uses_the_index(connection)
    return figures


def _timed(client: Any, address: str, rounds: int) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in SEARCHES}
    kind = dict([address.partition("?")[2].split("=")]) if "?" in address else {}
    for turn in range(rounds + 1):
        for name, typed in SEARCHES.items():
            began = time.perf_counter()
            answer = client.get(address.partition("?")[0], {"q": typed, **kind})
            seconds = time.perf_counter() - began
            if answer.status_code != 200:
                raise RuntimeError(f"{address} was answered with {answer.status_code}.")
            # The first turn compiles templates.
            if turn:
                taken[name].append(seconds * 1000)
    return {name: round(_95th(all_of), 1) for name, all_of in taken.items()}


def _95th(some: list[float]) -> float:
    return statistics.quantiles(some, n=20)[-1] if len(some) > 1 else some[0]


def _publish() -> None:
    """Published texts of one body, as many as wanted."""
    import random

    from answerable_site.people.models import Organisation, User
    from answerable_site.publication.models import PublicInspection, PublicText
    from answerable_site.publication.rules import Findable
    from bench.registers import filling

    chance = random.Random(2)
    body, user = Organisation.objects.get(), User.objects.get()
    other = User.objects.create(email="other@example.org", full_name="Another")
    first = date(2018, 1, 1)
    entries = PublicInspection.objects.bulk_create(
        PublicInspection(
            body=body,
            body_name=body.name,
            body_slug=body.slug,
            slug=f"inspection-{number}",
            title=f"Inspection {number}",
            published_on=first + timedelta(days=chance.randrange(3000)),
            why_no_clock="None runs.",
            basis_name="Inspection",
            basis_citation="None",
            prepared_at=filling.AT,
            prepared_by=user,
            released_at=filling.AT,
            released_by=other,
        )
        for number in range(PUBLISHED // 20)
    )
    PublicText.objects.bulk_create(
        (
            PublicText(
                kind=Findable.INSPECTION,
                entry=entry,
                title=f"{entry.title}, {number}",
                body_name=body.name,
                on=entry.published_on,
                text=filling._sentence(chance),
            )
            for entry in entries
            for number in range(20)
        ),
        batch_size=2000,
    )


def _uses_the_index(connection: Any) -> dict[str, str]:
    """What the database says that it does for two of the indexes, in a line."""
    from answerable_site.fulltext import understood
    from answerable_site.publication.queries import TEXTS
    from answerable_site.register.search import RECOMMENDATIONS as REGISTERED

    told = {}
    for index in (REGISTERED, TEXTS):
        statement, questions = index._finding(understood("custody interpreter"))
        explain = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
        with connection.cursor() as cursor:
            cursor.execute(f"{explain} {statement}", questions)
            plan = " / ".join(str(row[-1]).strip() for row in cursor.fetchall())
        told[index.table] = plan[:400]
    return told


def say(what: str) -> None:
    """Tell how far it is, on standard error."""
    print(f"  {what} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))

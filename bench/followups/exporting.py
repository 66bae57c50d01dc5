"""Fill the empty database of the environment and take the list away in every format:
`python -m bench.followups.exporting`. The last line printed is JSON."""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import time

import django

TIMES = 3
FORMATS = ("csv", "ods", "xlsx")


def main() -> None:
    """Fill, export, print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANSWERABLE_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "answerable_site.config.settings.local"
        django.setup()
        from django.test import Client

        from bench.followups import filling

        cookie, counts = filling.fill(10_000, with_history=False)
        client = Client(headers={"host": "127.0.0.1"})
        name, _, value = cookie.partition("=")
        client.cookies[name] = value
        told: dict[str, float] = {"rows": counts["commitments"]}
        for form in FORMATS:
            taken, size = zip(*(_taken(client, form) for _ in range(TIMES)), strict=True)
            told[f"seconds, {form.upper()}"] = round(statistics.median(taken), 2)
            told[f"MB, {form.upper()}"] = round(size[0] / 1e6, 1)
    print(json.dumps(told))


def _taken(client: object, form: str) -> tuple[float, int]:
    began = time.perf_counter()
    answer = client.get(f"/follow-up/commitments.{form}?standing=all")
    if answer.status_code != 200:
        raise RuntimeError(f"The export was answered with {answer.status_code}.")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return time.perf_counter() - began, len(body)


if __name__ == "__main__":
    main()

"""Every hostile file goes through upload without a death, a failure or a long wait.

Each file is uploaded through the site's own form and read at once in the limited child, two files
at a time; then the pages that follow are opened. What counts is how long the answer takes with
the reading in it, and the most memory that any child held.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import track

from bench.proof import Proof

if TYPE_CHECKING:
    from bench.registers.uploading import Answer

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "cases" / "hostile"
SECONDS_GOAL = 10.0
MEBIBYTES_GOAL = 512
AT_A_TIME = 2
CLAIM = "Every hostile file goes through upload without a death, a failure or a long wait"
GOAL = (
    f"no process dies, no answer is a failure, each within {SECONDS_GOAL:.0f} s, "
    f"every child under {MEBIBYTES_GOAL} MiB, every refusal in a sentence"
)


def prove(*, full: bool) -> Proof:  # noqa: ARG001
    """Upload all files and count what became of them."""
    if not FOLDER.is_dir():
        missing = f"The folder {FOLDER.name} with the hostile files is not beside the repository."
        return Proof(CLAIM, {}, GOAL, holds=False, not_run=[missing])
    paths = sorted(path for path in FOLDER.glob("*/*") if path.is_file())
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANSWERABLE_DATA"] = folder
        os.environ.pop("ANSWERABLE_DATABASE_URL", None)
        os.environ["DJANGO_SETTINGS_MODULE"] = "bench.registers.at_once"
        _set_up(recommendations=0)
        answers, deaths = _upload_all(paths)
    slowest = max(answers, key=lambda answer: answer.seconds)
    peak = max(answer.peak_mebibytes for answer in answers)
    failures = sorted(answer.name for answer in answers if max(answer.statuses) >= 500)
    unsaid = sorted(
        answer.name
        for answer in answers
        if answer.state not in {"read", "form"}
        and not (answer.state == "refused" and answer.sentence)
    )
    return Proof(
        claim=CLAIM,
        figures={
            "files": len(paths),
            "answered": len(answers),
            "processes that died": deaths,
            "answers that were failures": len(failures),
            "names of failures": failures[:10],
            "left without result or sentence": unsaid[:10],
            "became of them": dict(Counter(answer.state for answer in answers)),
            "reasons": dict(
                Counter(answer.sentence.partition(".")[0] for answer in answers if answer.sentence)
            ),
            "slowest, seconds": round(slowest.seconds, 2),
            "slowest": slowest.name,
            "most memory of a child, MiB": round(peak, 1),
        },
        goal=GOAL,
        holds=len(answers) == len(paths)
        and deaths == 0
        and not failures
        and not unsaid
        and slowest.seconds < SECONDS_GOAL
        and peak < MEBIBYTES_GOAL,
    )


def _upload_all(paths: list[Path]) -> tuple[list[Answer], int]:
    answers, deaths = [], 0
    with ProcessPoolExecutor(
        AT_A_TIME, mp_context=get_context("spawn"), initializer=_start_django
    ) as pool:
        waiting = [pool.submit(_upload, path) for path in paths]
        for future in track(waiting, description="Uploading"):
            try:
                answers.append(future.result())
            except BrokenProcessPool:
                deaths += 1
    return answers, deaths


def _upload(path: Path) -> Answer:
    from bench.registers import uploading

    return uploading.upload(path)


def _start_django() -> None:
    import logging
    import warnings

    import django

    warnings.simplefilter("ignore")
    django.setup()
    logging.disable(logging.WARNING)


def _set_up(*, recommendations: int) -> None:
    _start_django()
    from bench.registers import filling

    filling.fill(recommendations)

"""Every hostile file is offered to intake without a death, a failure or a long wait.

Each file is checked with each profile that comes with the product, as a load checks it before the
database is touched: read in the limited child, one at a time. What counts is how long it takes, and
the most memory that any child held.
"""

from __future__ import annotations

import resource
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rich.progress import track

from answerable.documents import Unreadable
from answerable.mappings import NotThisSource, Profile, check_file, shipped_names, shipped_profile
from bench.loads.making import AS_AT, described
from bench.proof import Proof

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "cases" / "hostile"
SECONDS_GOAL = 10.0
MEBIBYTES_GOAL = 512
CLAIM = "Every hostile file is offered to intake without a death, a failure or a long wait"
GOAL = (
    f"every file is refused in a sentence or set aside row by row, within {SECONDS_GOAL:.0f} s, "
    f"every child under {MEBIBYTES_GOAL} MiB"
)


@dataclass(frozen=True)
class Answer:
    """What became of one file with one profile."""

    name: str
    became: str
    seconds: float


def prove(*, full: bool) -> Proof:
    """Offer all files; with one profile, or with all that there are."""
    if not FOLDER.is_dir():
        missing = f"The folder {FOLDER.name} with the hostile files is not beside the repository."
        return Proof(CLAIM, {}, GOAL, holds=False, not_run=[missing])
    profiles = [described()]
    if full:
        profiles += [shipped_profile(name) for name in shipped_names()]
    paths = sorted(path for path in FOLDER.glob("*/*") if path.is_file())
    answers = [
        _offered(path, profile)
        for path in track(paths, description="Offering")
        for profile in profiles
    ]
    slowest = max(answers, key=lambda answer: answer.seconds)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    failures = sorted(answer.name for answer in answers if answer.became.startswith("failed"))
    return Proof(
        claim=CLAIM,
        figures={
            "files": len(paths),
            "profiles": len(profiles),
            "answered": len(answers),
            "failures": len(failures),
            "names of failures": failures[:10],
            "became of them": dict(Counter(answer.became for answer in answers)),
            "slowest, seconds": round(slowest.seconds, 2),
            "slowest": slowest.name,
            "most memory of a child, MiB": round(peak, 1),
        },
        goal=GOAL,
        holds=not failures and slowest.seconds < SECONDS_GOAL and peak < MEBIBYTES_GOAL,
    )


def _offered(path: Path, profile: Profile) -> Answer:
    begun = time.perf_counter()
    try:
        with check_file(path, profile, as_at=AS_AT) as outcome:
            became = "checked row by row"
            list(outcome.doubts())
            list(outcome.set_aside())
    except NotThisSource as refusal:
        became = "refused as another source" if str(refusal) else "failed without a sentence"
    except Unreadable as refusal:
        became = f"refused: {refusal.code}" if str(refusal) else "failed without a sentence"
    except Exception as failure:  # noqa: BLE001 -- counted, and named in the figures
        became = f"failed: {type(failure).__name__}"
    return Answer(path.name, became, time.perf_counter() - begun)

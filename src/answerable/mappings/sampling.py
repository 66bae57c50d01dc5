"""A profile is tried on its own samples before it is used."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from answerable.mappings.checking import check_file
from answerable.mappings.checking.outcome import Outcome
from answerable.mappings.profiles import Profile, Sample


@dataclass(frozen=True, slots=True)
class SampleResult:
    """What became of the rows of one sample."""

    sample: Sample
    becomes: tuple[str, ...]
    set_aside: tuple[str, ...]
    missing: tuple[str, ...]
    """What the sample says must come of its rows, and did not."""
    unexpected: tuple[str, ...]
    """What came of them, and the sample does not say."""

    @property
    def holds(self) -> bool:
        """Whether exactly that came of the rows which the sample says."""
        return not (self.missing or self.unexpected)


def check_profile(profile: Profile) -> list[SampleResult]:
    """What becomes of each sample of a profile, by the same way as a file from outside.

    Raises:
        EngineMissing: DuckDB is not installed.
    """
    return [_tried(profile, sample) for sample in profile.samples]


def _tried(profile: Profile, sample: Sample) -> SampleResult:
    file = _as_file(profile, sample)
    with check_file(file, profile, as_at=sample.as_at) as outcome:
        becomes = tuple(_events(outcome)) if profile.events else tuple(_rows(outcome))
        set_aside = tuple(
            " ".join(filter(None, (str(one.row - 1), one.code, one.column)))
            for one in outcome.doubts()
        )
    expected = Counter((*sample.becomes, *sample.set_aside))
    found = Counter((*becomes, *set_aside))
    return SampleResult(
        sample=sample,
        becomes=becomes,
        set_aside=set_aside,
        missing=tuple((expected - found).elements()),
        unexpected=tuple((found - expected).elements()),
    )


def _as_file(profile: Profile, sample: Sample) -> bytes:
    """The rows as a text of the source would have them, under the first heading of each column."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=profile.separator or ",")
    writer.writerow([*map(profile.heading, profile.columns), *profile.unread])
    for row in sample.rows:
        cells = [row.get(name, "") for name in profile.columns]
        writer.writerow([*cells, *("" for _ in profile.unread)])
    return text.getvalue().encode(profile.encoding or "utf-8")


def _events(outcome: Outcome) -> Iterable[str]:
    found = outcome.events().order("case_key, number").fetchall()
    for _, _, _, kind, day, victim, suspect, *_ in found:
        whom = (f" victim {victim}" if victim else "") + (f" suspect {suspect}" if suspect else "")
        yield f"{kind} {day}{whom}"


def _rows(outcome: Outcome) -> Iterable[str]:
    return (f"row {row - 1}" for row, *_ in outcome.accepted().fetchall())

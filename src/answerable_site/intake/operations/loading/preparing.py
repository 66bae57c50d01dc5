"""What needs no transaction: references are hashed and sealed before the database is touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from answerable.mappings import Outcome
from answerable_site.casework.rules import ReferenceKind, UnusableReference, plain_reference
from answerable_site.casework.sealing import keyed_hash, seal_all, unseal
from answerable_site.intake import queries
from answerable_site.intake.models import ProfileVersion, Source


@dataclass(frozen=True, slots=True)
class Held:
    """Why all rows of one case are set aside."""

    code: str
    """Of `rules.REASONS`."""
    more: str = ""
    row: int | None = None
    """The row that tells what cannot be; the others wait for it. None: all rows alike."""


@dataclass(slots=True)
class PreparedCase:
    """A case of the file, found by keyed hashes."""

    number: int
    """Within the file, from 1."""
    key: str
    """Its reference as the source writes it."""
    reported_on: date | None
    rows: int
    keyed_hash: str = ""
    sealed: str | None = None
    """None where the case was held when this was prepared."""
    urn_hash: str | None = None
    urn_sealed: str | None = None


@dataclass
class Prepared:
    """One file that was checked, ready to be loaded."""

    version: ProfileVersion
    outcome: Outcome
    cases: list[PreparedCase]
    held: dict[int, Held] = field(default_factory=dict)
    """By the number of the case: what is set aside as a whole already."""
    key: str = ""
    """What events of the source are hashed with."""

    @property
    def source(self) -> Source:
        return self.version.source

    @classmethod
    def of(
        cls, version: ProfileVersion, outcome: Outcome, *, tell: Callable[[int], object]
    ) -> Prepared:
        """A file that was checked with a version of the profile of its source.

        Args:
            tell: is called with how many references were sealed, now and then.

        Raises:
            CaseKeysMissing: no keys are set.
            SealBroken: the key of the source is under a key that is not set.
        """
        source = version.source
        columns = [source.urn_column] if source.urn_column else []
        made = cls(version, outcome, [], key=unseal(source.sealed_key))
        urns: dict[int, str] = {}
        for number, key, day, rows, *urn in outcome.cases(columns).fetchall():
            made.cases.append(PreparedCase(number, key, day, rows))
            if urn and urn[0] is not None:
                urns[number] = urn[0]
        made._hash(source, urns)
        made._seal(source, urns, tell)
        return made

    def going_on(self) -> Iterator[PreparedCase]:
        """The cases that are not set aside as a whole."""
        return (case for case in self.cases if case.number not in self.held)

    def _hash(self, source: Source, urns: dict[int, str]) -> None:
        for case in self.cases:
            try:
                plain = plain_reference(case.key)
                urn = plain_reference(urns[case.number]) if case.number in urns else None
            except UnusableReference as problem:
                self.held[case.number] = Held("unusable_reference", str(problem))
                continue
            case.keyed_hash = keyed_hash(ReferenceKind.CRIME, source.force_id, plain)
            if urn is not None:
                case.urn_hash = keyed_hash(ReferenceKind.URN, source.force_id, urn)
        times = Counter(case.keyed_hash for case in self.cases)
        for case in self.going_on():
            if times[case.keyed_hash] > 1:
                self.held[case.number] = Held("two_spellings")

    def _seal(self, source: Source, urns: dict[int, str], tell: Callable[[int], object]) -> None:
        going_on = list(self.going_on())
        known = queries.known_references(
            source.force_id, ReferenceKind.CRIME, [case.keyed_hash for case in going_on]
        )
        new = [case for case in going_on if case.keyed_hash not in known]
        told = _told(tell)
        for case, sealed in zip(new, told(seal_all(case.key for case in new)), strict=True):
            case.sealed = sealed
        with_urn = [case for case in going_on if case.urn_hash is not None]
        borne = queries.known_references(
            source.force_id, ReferenceKind.URN, [case.urn_hash or "" for case in with_urn]
        )
        lacking = [
            case
            for case in with_urn
            if not known.get(case.keyed_hash, set()) & borne.get(case.urn_hash or "", set())
        ]
        words = (urns[case.number] for case in lacking)
        for case, sealed in zip(lacking, told(seal_all(words)), strict=True):
            case.urn_sealed = sealed


_NOW_AND_THEN = 5000


def _told(tell: Callable[[int], object]) -> Callable[[Iterable[str]], Iterator[str]]:
    seen = 0

    def told(each: Iterable[str]) -> Iterator[str]:
        nonlocal seen
        for one in each:
            seen += 1
            if seen % _NOW_AND_THEN == 0:
                tell(seen)
            yield one

    return told

"""What needs no transaction: references are hashed and sealed before the database is touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from answerable.mappings import Outcome
from answerable_site.casework.rules import ReferenceKind, UnusableReference, plain_reference
from answerable_site.casework.sealing import keyed_hashes, seal_all, unseal
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
    urn: str | None = None
    """As the source writes it; None where it has none."""
    keyed_hash: str = ""
    sealed: str = ""
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
        cases = [PreparedCase(*told) for told in outcome.cases(columns).fetchall()]
        made = cls(version, outcome, cases, key=unseal(source.sealed_key))
        made._hash(source.force_id)
        made._seal(tell)
        return made

    def going_on(self) -> Iterator[PreparedCase]:
        """The cases that are not set aside as a whole."""
        return (case for case in self.cases if case.number not in self.held)

    def _hash(self, force: int) -> None:
        plain: list[str] = []
        with_urn: list[PreparedCase] = []
        urns: list[str] = []
        for case in self.cases:
            try:
                reference = plain_reference(case.key)
                urn = None if case.urn is None else plain_reference(case.urn)
            except UnusableReference as problem:
                self.held[case.number] = Held("unusable_reference", str(problem))
                continue
            plain.append(reference)
            if urn is not None:
                with_urn.append(case)
                urns.append(urn)
        hashes = keyed_hashes(ReferenceKind.CRIME, force, plain)
        for case, keyed_hash in zip(self.going_on(), hashes, strict=True):
            case.keyed_hash = keyed_hash
        hashes = keyed_hashes(ReferenceKind.URN, force, urns)
        for case, keyed_hash in zip(with_urn, hashes, strict=True):
            case.urn_hash = keyed_hash
        times = Counter(case.keyed_hash for case in self.cases)
        for case in self.cases:
            if times[case.keyed_hash] > 1 and case.number not in self.held:
                self.held[case.number] = Held("two_spellings")

    def _seal(self, tell: Callable[[int], object]) -> None:
        """All of them: to ask which are held already takes longer."""
        told = _told(tell)
        going_on = list(self.going_on())
        for case, sealed in zip(going_on, told(seal_all(one.key for one in going_on)), strict=True):
            case.sealed = sealed
        with_urn = [(case, case.urn) for case in going_on if case.urn is not None]
        sealed_urns = told(seal_all(urn for _, urn in with_urn))
        for (case, _), sealed in zip(with_urn, sealed_urns, strict=True):
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

"""How far police and prosecutors agree about a characteristic, over many cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from answerable.records.codes.characteristics import Characteristic
from answerable.records.file import CaseFile
from answerable.records.quality.characteristics import both_sides
from answerable.records.quality.comparing import are_one_answer, category
from answerable.records.rules.victims import victims


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of two sides, with its working."""

    characteristic: Characteristic
    pairs: int
    """Victims of whom both sides hold a value."""
    agreed: int
    kappa: Fraction | None
    """Cohen’s kappa: agreement beyond what chance would give; None where it has no meaning."""
    why_no_kappa: str = ""
    """The reason in a sentence, where there is none."""

    @property
    def raw(self) -> Fraction | None:
        """The share that agrees; None where there is no pair."""
        return Fraction(self.agreed, self.pairs) if self.pairs else None


def agreement(files: Iterable[CaseFile], characteristic: Characteristic) -> Agreement:
    """How far police and prosecutors hold the same value, over all victims of the cases.

    Unweighted kappa over the values as `category` gives them. Source: Cohen, “A coefficient of
    agreement for nominal scales”, 1960.
    """
    pairs = [
        pair
        for file in files
        for victim in victims(file)
        if (pair := both_sides(file, victim, characteristic))
    ]
    agreed = sum(are_one_answer(*pair) for pair in pairs)
    if characteristic is Characteristic.AGE:
        why = "Ages of two days differ rightly, so chance agreement has no meaning."
        return Agreement(characteristic, len(pairs), agreed, None, why)
    kappa, why = _kappa([(category(police), category(cps)) for police, cps in pairs])
    return Agreement(characteristic, len(pairs), agreed, kappa, why)


def _kappa(pairs: list[tuple[str, str]]) -> tuple[Fraction | None, str]:
    if not pairs:
        return None, "No victim has a value on both sides."
    count = len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = Fraction(sum(first[value] * second[value] for value in first), count**2)
    if by_chance == 1:
        return None, "Both sides hold one value only, so chance would give it too."
    observed = Fraction(sum(one == other for one, other in pairs), count)
    return (observed - by_chance) / (1 - by_chance), ""

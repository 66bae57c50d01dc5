"""One finding for all places where the same item is printed, and its parent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from answerable.extraction.find.drafts import Draft, Signal
from answerable.extraction.link.likeness import Wording, containment, likeness

_SAME_NUMBER: Final = 0.5
_SHORTENED: Final = 0.75
_UNNUMBERED: Final = 0.72
_OTHER_NUMBER: Final = 0.9
_IDENTICAL: Final = 0.97
_RESTATED: Final = 0.8
_FEWEST_WORDS: Final = 6
_FEWEST_OPENING: Final = 8
_FEWEST_NUMBERED: Final = 2
_INFORMAL: Final = {
    Signal.RECOMMENDS,
    Signal.LISTED,
    Signal.LEADS,
    Signal.ADDRESSED,
    Signal.ASKS,
}


@dataclass(slots=True, eq=False)
class Finding:
    """An item and every place where it is printed; the fullest printing comes first."""

    printings: list[Draft]
    parent: Finding | None = None
    doubts: list[str] = field(default_factory=list)

    @property
    def main(self) -> Draft:
        """The printing whose words are kept: numbered before unnumbered, then the fullest."""
        return max(self.printings, key=_fullness)


@dataclass(frozen=True, slots=True)
class Linked:
    """What a document holds once the same item is counted once."""

    findings: tuple[Finding, ...]
    asides: tuple[Draft, ...]
    """Unnumbered requests beside a numbered list of their kind; no items, but worth a look."""


def link(drafts: list[Draft]) -> Linked:
    """The findings in order of first print, and what stands unnumbered beside a numbered list.

    Two printings are the same item if kind and number agree and the wording is alike, or if the
    wording is nearly the same though a number is missing or differs. Items of one list are never
    merged unless number and wording are the same, or running text says one of them again.
    """
    findings: list[Finding] = []
    wordings: list[Wording] = []
    found_for: dict[int, Finding] = {}
    for draft in drafts:
        wording = Wording(draft)
        alike = [found_for[id(other.draft)] for other in wordings if _are_same(wording, other)]
        finding = _one_of(alike, findings, found_for) or Finding([])
        if not finding.printings:
            findings.append(finding)
        finding.printings.append(draft)
        wordings.append(wording)
        found_for[id(draft)] = finding
    for finding in findings:
        _settle(finding, found_for)
    return _parted(findings)


def _parted(findings: list[Finding]) -> Linked:
    """The findings apart from what stands unnumbered beside a numbered list of the same kind.

    Where a report numbers its recommendations, "We recommend" elsewhere says one of them again
    in other words, and an unnumbered "should" among them is advice on how to read or answer them.
    """
    numbered = Counter(f.main.kind for f in findings if f.main.number is not None)
    kept: list[Finding] = []
    asides: list[Finding] = []
    for finding in findings:
        stands_alone = finding.main.number is None and finding.parent is None
        informal = finding.main.signals <= _INFORMAL
        fewest = 1 if finding.main.signals == {Signal.ASKS} else _FEWEST_NUMBERED
        many = numbered[finding.main.kind] >= fewest
        (asides if stands_alone and informal and many else kept).append(finding)
    return Linked(tuple(kept), tuple(finding.main for finding in asides))


def _one_of(
    alike: list[Finding], findings: list[Finding], found_for: dict[int, Finding]
) -> Finding | None:
    """The finding for all that a new printing is like, made one where it shows them to be."""
    if not alike:
        return None
    first = min(alike, key=lambda finding: finding.printings[0].start)
    for other in {id(finding): finding for finding in alike}.values():
        if other is not first and _agree(first, other):
            first.printings += other.printings
            findings.remove(other)
            found_for.update({id(draft): first for draft in other.printings})
    return first


def _agree(one: Finding, other: Finding) -> bool:
    """Whether two findings can be the same: their numbers do not differ."""
    numbers = {draft.number for draft in (*one.printings, *other.printings)} - {None}
    return len(numbers) <= 1


def _are_same(one: Wording, other: Wording) -> bool:
    if one.draft.kind is not other.draft.kind:
        return False
    first, second = one.draft.number, other.draft.number
    one_list = one.draft.run == other.draft.run
    # Most pairs of a long list differ in number; telling them apart must not cost a comparison.
    if None not in {first, second} and first != second:
        return not one_list and _restated_under_another_number(one, other)
    alike = likeness(one, other)
    if one_list:
        restated = (first is None) != (second is None) and alike >= _RESTATED
        return restated or (first == second and alike >= _IDENTICAL)
    if first is not None and first == second:
        return alike >= _SAME_NUMBER or containment(one, other) >= _SHORTENED
    if min(one.size, other.size) < _FEWEST_WORDS:
        return False
    return alike >= _UNNUMBERED or _open_alike(one, other)


def _restated_under_another_number(one: Wording, other: Wording) -> bool:
    """Whether two items of different lists say nearly the same, every figure included."""
    if min(one.size, other.size) < _FEWEST_WORDS or one.figures != other.figures:
        return False
    return likeness(one, other) >= _OTHER_NUMBER


def _open_alike(one: Wording, other: Wording) -> bool:
    """Whether two items say the same in a first paragraph long enough to tell them by."""
    return one.opening == other.opening and len(one.opening.split()) >= _FEWEST_OPENING


def _fullness(draft: Draft) -> tuple[bool, bool, int, int]:
    return (
        draft.number is not None,
        Signal.TABLE not in draft.signals or bool(draft.points),
        len(draft.points) * 20 + len(draft.text) // 8,
        -draft.start,
    )


def _settle(finding: Finding, found_for: dict[int, Finding]) -> None:
    """Parent and the doubts about differing prints."""
    for draft in finding.printings:
        if draft.parent is not None and id(draft.parent) in found_for:
            finding.parent = found_for[id(draft.parent)]
            break
    numbers = list(dict.fromkeys(d.number for d in finding.printings if d.number is not None))
    if len(numbers) > 1:
        pages = {d.number: d.page for d in reversed(finding.printings)}
        printed = " and as ".join(f"{number} on page {pages[number]}" for number in numbers)
        finding.doubts.append(f"It is printed as number {printed}.")

"""From findings to items: addressees, deadline, sub-points and places are filled in."""

from __future__ import annotations

from answerable.extraction.addressees import addressees_in
from answerable.extraction.assess.confidence import confidence_of, doubts_of
from answerable.extraction.deadlines import Deadline, deadline_in, sole_deadline
from answerable.extraction.find.drafts import Draft, Piece
from answerable.extraction.find.phrasing import calls_on
from answerable.extraction.link import Finding
from answerable.extraction.model import Addressee, Item, ItemKind, Place, SubPoint


def items_of(
    findings: tuple[Finding, ...], text: str, *, force: str | None, letter_to: str | None
) -> tuple[Item, ...]:
    """The items of a document in order of first print.

    Args:
        findings: what was found, each once.
        text: the document's text, from which every quote is cut.
        force: the name that "the force" stands for.
        letter_to: who "you" is, in a letter.
    """
    position = {id(finding): index for index, finding in enumerate(findings)}
    names = _Names(force, letter_to)
    return tuple(
        _item(finding, text, names, position.get(id(finding.parent)) if finding.parent else None)
        for finding in findings
    )


class _Names:
    """Who "the force" and "you" are."""

    def __init__(self, force: str | None, letter_to: str | None) -> None:
        self._force, self._letter_to = force, letter_to

    def asked_in(self, text: str) -> tuple[Addressee, ...]:
        return addressees_in(text, force=self._force, letter_to=self._letter_to)

    def called_on(self, text: str) -> tuple[Addressee, ...]:
        return calls_on(text, force=self._force)


def _item(finding: Finding, text: str, names: _Names, parent: int | None) -> Item:
    draft = finding.main
    addressees = _addressees(draft, names)
    deadline = _deadline(draft)
    points = tuple(_sub_point(point, text, names, addressees, deadline) for point in draft.points)
    others = [other for other in finding.printings if other is not draft]
    return Item(
        number=draft.number,
        kind=draft.kind,
        text=draft.text,
        sub_points=points,
        addressees=_with_those_of(points, addressees),
        deadline=deadline.value if deadline else None,
        deadline_worded=deadline.worded if deadline else None,
        deadline_from=deadline.counted_from if deadline else None,
        place=_place(draft.start, draft.end, draft.page, text),
        other_places=tuple(_place(other.start, other.end, other.page, text) for other in others),
        parent=parent,
        confidence=confidence_of(draft, addressees),
        doubts=(*finding.doubts, *draft.doubts, *doubts_of(draft, addressees, deadline)),
    )


def _addressees(draft: Draft, names: _Names) -> tuple[Addressee, ...]:
    """Those beside the item in a column or heading stand unless its own words name somebody."""
    if draft.kind is ItemKind.CAUSE_OF_CONCERN:
        return ()
    return names.asked_in(draft.text) or draft.addressees or names.called_on(draft.text)


def _with_those_of(
    points: tuple[SubPoint, ...], addressees: tuple[Addressee, ...]
) -> tuple[Addressee, ...]:
    known = {addressee.name.lower().removeprefix("the "): addressee for addressee in addressees}
    for point in points:
        for addressee in point.addressees:
            known.setdefault(addressee.name.lower().removeprefix("the "), addressee)
    return tuple(known.values())


def _deadline(draft: Draft) -> Deadline | None:
    if draft.kind is ItemKind.CAUSE_OF_CONCERN:
        return None
    in_text = deadline_in(draft.text)
    if in_text is not None and in_text.value is not None:
        return in_text
    beside = draft.deadline_worded
    if beside:
        return sole_deadline(beside) or deadline_in(beside) or Deadline(None, beside, None, 0)
    return in_text


def _sub_point(
    point: Piece,
    text: str,
    names: _Names,
    addressees: tuple[Addressee, ...],
    deadline: Deadline | None,
) -> SubPoint:
    own = deadline_in(point.text) or deadline
    return SubPoint(
        text=point.text,
        label=point.label,
        addressees=names.asked_in(point.text) or addressees,
        deadline=own.value if own else None,
        deadline_worded=own.worded if own else None,
        place=_place(point.start, point.end, point.page, text),
    )


def _place(start: int, end: int, page: int, text: str) -> Place:
    return Place(page, start, end, text[start:end])

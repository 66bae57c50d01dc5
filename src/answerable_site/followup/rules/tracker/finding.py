"""Which recommendation of the register a row is about; where two could be meant, neither is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from answerable_site.followup.rules.tracker.columns import Column
from answerable_site.followup.rules.tracker.known import (
    Known,
    KnownCommitment,
    KnownInspection,
    KnownRecommendation,
)
from answerable_site.followup.rules.tracker.mapping import Mapping
from answerable_site.followup.rules.tracker.rows import Problem, Told
from answerable_site.register.rules import InspectionKind, RecommendationKind
from answerable_site.register.rules.lists import day_in_words, proposed_kind, short, word_key

_NUMBER: Final = re.compile(r"\d+(?:[.\d]*\d)?[a-z]?(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NewInspection:
    """A report that would be entered, as the rows name it."""

    title: str
    published_on: date

    @property
    def kind(self) -> InspectionKind:
        """The kind that its title suggests."""
        return proposed_kind(self.title)


@dataclass(frozen=True, slots=True)
class NewRecommendation:
    """A recommendation that would be entered, as the rows word it."""

    inspection: int | NewInspection
    """The key of one in the register, or one that is entered with it."""
    kind: RecommendationKind
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a row is about."""

    recommendation: KnownRecommendation | NewRecommendation
    in_words: str
    notes: tuple[str, ...] = ()


def number_key(number: str) -> str:
    """The number itself: "Recommendation 3" and "Rec. 3" are 3."""
    found = _NUMBER.search(number)
    return found[0].casefold() if found else word_key(number)


class Register:
    """The register as rows are looked up in it."""

    def __init__(self, known: Known, mapping: Mapping) -> None:
        self._mapping = mapping
        self._inspections = {one.pk: one for one in known.inspections}
        self._by_title: dict[str, list[KnownInspection]] = defaultdict(list)
        for one in known.inspections:
            self._by_title[word_key(one.title)].append(one)
        self._recommendations = {one.pk: one for one in known.recommendations}
        self._by_number: dict[tuple[int, str], list[KnownRecommendation]] = defaultdict(list)
        self._by_text: dict[str, list[KnownRecommendation]] = defaultdict(list)
        for each in known.recommendations:
            if each.number:
                self._by_number[each.inspection_id, number_key(each.number)].append(each)
            self._by_text[word_key(each.text)].append(each)
        self._by_reference: dict[str, KnownCommitment] = {
            one.reference.casefold(): one for one in known.commitments if one.reference
        }

    def held_under(self, told: Told) -> KnownCommitment | None:
        """The commitment that is held under the reference of a row."""
        return self._by_reference.get(told.get(Column.REFERENCE, "").casefold())

    def find(self, told: Told) -> Found | Problem:
        """The recommendation that a row is about, or why that is not clear."""
        held = self.held_under(told)
        named = self._named(told)
        if held is None:
            return named
        recommendation = self._recommendations[held.recommendation_id]
        number = told.get(Column.NUMBER, "")
        other = named.in_words if isinstance(named, Found) else f"number {short(number)}"
        if (isinstance(named, Found) and named.recommendation != recommendation) or (
            number and number_key(number) != number_key(recommendation.number)
        ):
            return Problem(
                f"{held.reference} is held for {self._in_words(recommendation)}, and the row names "
                f"{other}. Correct the reference or the recommendation.",
                Column.REFERENCE,
            )
        return Found(
            recommendation, self._in_words(recommendation), self._notes(recommendation, told)
        )

    def _named(self, told: Told) -> Found | Problem:
        inspection = self._inspection(told)
        if isinstance(inspection, Problem):
            return inspection
        candidates = self._candidates(told, inspection)
        if isinstance(candidates, Problem):
            return candidates
        if len(candidates) > 1:
            several = "; ".join(self._in_words(one) for one in candidates[:3])
            return Problem(
                f"The row could be about {len(candidates)} recommendations: {several}. Tell the "
                "inspection, its day, the number and the kind of finding, so that one is left."
            )
        if candidates:
            (only,) = candidates
            return Found(only, self._in_words(only), self._notes(only, told))
        return self._missing(told, inspection)

    def _inspection(self, told: Told) -> KnownInspection | Problem | None:
        title = told.get(Column.INSPECTION)
        if title is None:
            return self._inspections.get(self._mapping.inspection_id or 0)
        found = self._by_title.get(word_key(title), [])
        published = told.get(Column.PUBLISHED)
        dated = [one for one in found if published is None or one.published_on == published]
        if found and not dated:
            days = " and ".join(day_in_words(one.published_on) for one in found)
            return Problem(
                f"The register holds “{short(title)}” as published on {days}. Correct the day, or "
                "give the other report its own title.",
                Column.PUBLISHED,
            )
        if len(dated) > 1:
            return Problem(
                f"The register holds {len(dated)} reports of this title. Give the day on which the "
                "report was published.",
                Column.INSPECTION,
            )
        return dated[0] if dated else None

    def _candidates(
        self, told: Told, inspection: KnownInspection | None
    ) -> Sequence[KnownRecommendation] | Problem:
        number, text = told.get(Column.NUMBER), told.get(Column.TEXT)
        if number is None and text is None:
            return Problem(
                "The row does not tell which recommendation it is about. If it means the one "
                "above, say under “Empty cells” that these columns stand for the row above."
            )
        if inspection is None and Column.INSPECTION in told:
            return ()
        if inspection is None and text is None:
            return Problem("Name the inspection beside the number.", Column.INSPECTION)
        if inspection is not None and number is not None:
            numbered = self._by_number.get((inspection.pk, number_key(number)), [])
            if numbered:
                return self._narrowed(numbered, told)
        worded = self._by_text.get(word_key(text), []) if text is not None else []
        return [
            one
            for one in worded
            if (inspection is None or one.inspection_id == inspection.pk)
            and (number is None or not one.number)
        ]

    def _narrowed(
        self, numbered: Sequence[KnownRecommendation], told: Told
    ) -> Sequence[KnownRecommendation]:
        if len(numbered) == 1:
            return numbered
        kind, text = told.get(Column.KIND), told.get(Column.TEXT)
        left = [one for one in numbered if kind is None or one.kind == kind]
        if len(left) > 1 and text is not None:
            worded = [one for one in left if word_key(one.text) == word_key(text)]
            left = worded or left
        return left

    def _missing(self, told: Told, inspection: KnownInspection | None) -> Found | Problem:
        if not self._mapping.enters_missing:
            return Problem(
                "The register does not hold this recommendation. Enter it there first, or choose "
                "to enter such recommendations with the tracker."
            )
        text = told.get(Column.TEXT)
        if text is None:
            return Problem(
                "The register does not hold this recommendation, and the row has no text to enter.",
                Column.TEXT,
            )
        report = inspection or self._new_inspection(told)
        if isinstance(report, Problem):
            return report
        if isinstance(report, KnownInspection) and not report.is_kept_here:
            return Problem(
                f"“{short(report.title)}” was entered by another body, and it alone can add "
                "recommendations. Ask it, or name another report."
            )
        kind = told.get(Column.KIND)
        new = NewRecommendation(
            inspection=report.pk if isinstance(report, KnownInspection) else report,
            kind=kind or RecommendationKind.RECOMMENDATION,
            number=told.get(Column.NUMBER, ""),
            text=text,
        )
        notes = ["The recommendation is entered into the register with it."]
        if isinstance(report, NewInspection):
            notes.append(
                f"So is its report, published on {day_in_words(report.published_on)}, as: "
                f"{report.kind.label}, section 55."
            )
        if kind is None:
            notes.append("The kind of finding is not told; taken as a recommendation.")
        return Found(new, _new_in_words(report.title, new), tuple(notes))

    def _new_inspection(self, told: Told) -> NewInspection | Problem:
        title, published = told.get(Column.INSPECTION), told.get(Column.PUBLISHED)
        if title is None:
            return Problem(
                "The register does not hold this recommendation. Name its report in the row, or "
                "choose the report that such rows are about.",
                Column.INSPECTION,
            )
        if published is None:
            return Problem(
                f"The register does not hold “{short(title)}”. Give the day on which it was "
                "published, so that it can be entered, or enter it first.",
                Column.PUBLISHED,
            )
        return NewInspection(title, published)

    def _notes(self, found: KnownRecommendation, told: Told) -> tuple[str, ...]:
        text = told.get(Column.TEXT)
        if text is None or word_key(text) == word_key(found.text):
            return ()
        return ("The register words this recommendation otherwise; its words stay as they are.",)

    def _in_words(self, one: KnownRecommendation) -> str:
        title = self._inspections[one.inspection_id].title
        return f"“{short(title)}”, {_numbered(one.kind, one.number, one.text)}"


def _new_in_words(title: str, new: NewRecommendation) -> str:
    return f"“{short(title)}”, {_numbered(new.kind, new.number, new.text)}"


def _numbered(kind: str, number: str, text: str) -> str:
    name = RecommendationKind(kind).label.lower()
    if not number:
        return f"{name} “{short(text)}”"
    return f"{name} {number}" if number_key(number) == number.casefold() else number

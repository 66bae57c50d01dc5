"""Which found item is which labelled one, and how often a reading is right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from answerable.extraction.model import Item, Reading
from bench.reference.labels import FACTS, LabelledDocument, LabelledItem
from bench.reference.wording import same_deadline, same_names, same_number, same_title, similarity

ALIKE = 0.9
"""From this similarity two wordings are the same item."""
RECOGNISABLE = 0.55
"""From this similarity a found item is shown beside the labelled one that it was meant to be."""
FIELDS = ("number", "kind", "sub-point count", "addressees", "deadline", "page", "parent")


@dataclass
class Tally:
    """How often the readings of some documents were right."""

    hits: int = 0
    missed: int = 0
    extra: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Count another document's tally in."""
        self.hits += other.hits
        self.missed += other.missed
        self.extra += other.extra
        self.right += other.right
        self.asked += other.asked

    def ask(self, name: str, *, right: bool) -> None:
        """Count one answer."""
        self.asked[name] += 1
        self.right[name] += right

    @property
    def f1(self) -> float:
        """Item F1; 1.0 where nothing was to be found and nothing was."""
        whole = 2 * self.hits + self.missed + self.extra
        return 2 * self.hits / whole if whole else 1.0

    def accuracy(self, name: str) -> float | None:
        """Share of right answers; None where nothing was asked."""
        return self.right[name] / self.asked[name] if self.asked[name] else None


@dataclass(frozen=True)
class Difference:
    """One thing that a reading has otherwise than the label."""

    about: str
    """`item`, `text`, one of `FIELDS` or `FACTS`, or `response`."""
    sentence: str


@dataclass(frozen=True)
class Comparison:
    """A document's tally with each difference in words."""

    document: LabelledDocument
    tally: Tally
    differences: tuple[Difference, ...]

    def sentences(self, *about: str) -> list[str]:
        """The differences about these things, in words; all of them if nothing is named."""
        return [
            difference.sentence
            for difference in self.differences
            if not about or difference.about in about
        ]


def closeness(labelled: LabelledItem, found: Item) -> float:
    """Best similarity of text and sub-points together over all wordings of the labelled item."""
    text = " ".join([found.text, *(point.text for point in found.sub_points)])
    wordings = (labelled.text, *labelled.other_wordings)
    complete = [" ".join([wording, *labelled.sub_points]) for wording in wordings]
    return max(similarity(wording, text) for wording in (*complete, *labelled.other_wordings))


def pair(
    labelled: tuple[LabelledItem, ...], found: tuple[Item, ...]
) -> list[tuple[int, int, float]]:
    """One-to-one pairs (labelled index, found index, similarity), the closest first."""
    candidates = [
        (
            closeness(label, item),
            label.kind == item.kind,
            same_number(label.number, item.number),
            -i,
            -j,
        )
        for i, label in enumerate(labelled)
        for j, item in enumerate(found)
    ]
    pairs, used_labels, used_items = [], set(), set()
    for score, _, _, minus_i, minus_j in sorted(candidates, reverse=True):
        i, j = -minus_i, -minus_j
        if score >= RECOGNISABLE and i not in used_labels and j not in used_items:
            pairs.append((i, j, score))
            used_labels.add(i)
            used_items.add(j)
    return pairs


def compare(document: LabelledDocument, reading: Reading) -> Comparison:
    """A reading against its labels."""
    tally, differences = Tally(), []
    pairs = pair(document.items, reading.items)
    place = {j: i for i, j, _ in pairs}
    for i, j, score in sorted(pairs):
        label, item = document.items[i], reading.items[j]
        wrong = _wrong_text(item, score) + _wrong_fields(tally, document, label, item, place)
        tally.hits += _is_hit(label, item, score)
        differences += [Difference(d.about, f"{label.name}: {d.sentence}") for d in wrong]
    differences += _unpaired(document, reading, pairs)
    tally.missed = len(document.items) - tally.hits
    tally.extra = len(reading.items) - tally.hits
    differences += _wrong_facts(tally, document, reading)
    return Comparison(document, tally, tuple(differences))


def nothing_read(document: LabelledDocument) -> Comparison:
    """The comparison of a document that could not be read: every item is missed."""
    sentence = Difference("item", "The document was not read, so all its items are missed.")
    return Comparison(document, Tally(missed=len(document.items)), (sentence,))


def _is_hit(label: LabelledItem, item: Item, score: float) -> bool:
    number = label.number is None or same_number(label.number, item.number)
    return score >= ALIKE and label.kind == item.kind and number


def _unpaired(
    document: LabelledDocument, reading: Reading, pairs: list[tuple[int, int, float]]
) -> list[Difference]:
    labels, items = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    missed = [f"missed: {label.name}" for i, label in enumerate(document.items) if i not in labels]
    extra = [
        f"no item: {item.kind} {item.number or 'without number'} “{item.text[:110]}”"
        for j, item in enumerate(reading.items)
        if j not in items
    ]
    return [Difference("item", sentence) for sentence in missed + extra]


def _wrong_text(item: Item, score: float) -> list[Difference]:
    if score >= ALIKE:
        return []
    points = "".join(f" • {point.text}" for point in item.sub_points)
    return [Difference("text", f"text is only {score:.2f} alike: “{item.text}{points}”")]


def _wrong_fields(
    tally: Tally,
    document: LabelledDocument,
    label: LabelledItem,
    item: Item,
    place: dict[int, int],
) -> list[Difference]:
    parent = place.get(item.parent, -1) if item.parent is not None else None
    names = tuple(addressee.name for addressee in item.addressees)
    points = (len(label.sub_points), len(item.sub_points))
    answers: dict[str, tuple[bool, Any, Any]] = {
        "number": (same_number(label.number, item.number), label.number, item.number),
        "kind": (label.kind == item.kind, label.kind, str(item.kind)),
        "sub-point count": (points[0] == points[1], *points),
        "addressees": (same_names(label.addressees, names), label.addressees, names),
        "deadline": (
            same_deadline(label.deadline, item.deadline),
            label.deadline,
            item.deadline,
        ),
        "parent": (label.parent == parent, label.parent, parent),
    }
    if document.form == "pdf":
        page = item.place.page
        answers["page"] = (page in label.pages, label.pages, page)
    for name, (right, _, _) in answers.items():
        tally.ask(name, right=right)
    return [
        Difference(name, f"{name} should be {wanted!r}, was {got!r}")
        for name, (right, wanted, got) in answers.items()
        if not right
    ]


def _wrong_facts(tally: Tally, document: LabelledDocument, reading: Reading) -> list[Difference]:
    wrong = []
    for fact in FACTS:
        if fact in document.unscored:
            continue
        wanted, got = document.facts[fact], getattr(reading, fact)
        right = _same_fact(fact, wanted, got)
        tally.ask(fact, right=right)
        if not right:
            shown = got if got is None else str(got)
            wrong.append(Difference(fact, f"{fact} should be {wanted!r}, was {shown!r}"))
    for body, wanted in document.facts["response"].items():
        if wanted is None:
            continue
        present = bool(getattr(reading.response, body))
        tally.ask("response", right=present == wanted)
        if present != wanted:
            here = "should be found" if wanted else "is not in this document"
            wrong.append(Difference("response", f"response of {body} {here}"))
    return wrong


def _same_fact(fact: str, wanted: Any, got: Any) -> bool:
    if fact == "title":
        return same_title(wanted, got)
    if fact == "inspectorates":
        return set(wanted) == set(got)
    return bool(wanted == got)

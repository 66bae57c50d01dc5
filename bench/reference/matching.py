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
class Comparison:
    """A document's tally with each difference in words."""

    document: LabelledDocument
    tally: Tally
    differences: tuple[str, ...]


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
        hit, wrong = _compare_item(tally, label, item, score, place)
        tally.hits += hit
        differences += [f"{label.name}: {difference}" for difference in wrong]
    found_labels, found_items = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    for i, label in enumerate(document.items):
        if i not in found_labels:
            differences.append(f"missed: {label.name}")
    for j, item in enumerate(reading.items):
        if j not in found_items:
            number = item.number or "without number"
            differences.append(f"no item: {item.kind} {number} “{item.text[:110]}”")
    tally.missed = len(document.items) - tally.hits
    tally.extra = len(reading.items) - tally.hits
    differences += _compare_facts(tally, document, reading)
    return Comparison(document, tally, tuple(differences))


def _compare_item(
    tally: Tally, label: LabelledItem, item: Item, score: float, place: dict[int, int]
) -> tuple[bool, list[str]]:
    parent = place.get(item.parent, -1) if item.parent is not None else None
    answers: dict[str, tuple[bool, Any, Any]] = {
        "number": (same_number(label.number, item.number), label.number, item.number),
        "kind": (label.kind == item.kind, label.kind, str(item.kind)),
        "sub-point count": (
            len(label.sub_points) == len(item.sub_points),
            len(label.sub_points),
            len(item.sub_points),
        ),
        "addressees": _compare_addressees(label, item),
        "deadline": (same_deadline(label.deadline, item.deadline), label.deadline, item.deadline),
        "page": (item.place.page in label.pages, label.pages, item.place.page),
        "parent": (label.parent == parent, label.parent, parent),
    }
    wrong = []
    for name, (right, wanted, got) in answers.items():
        tally.ask(name, right=right)
        if not right:
            wrong.append(f"{name} should be {wanted!r}, was {got!r}")
    if score < ALIKE:
        points = "".join(f" • {point.text}" for point in item.sub_points)
        wrong.append(f"text is only {score:.2f} alike: “{item.text}{points}”")
    number_hit = label.number is None or answers["number"][0]
    return score >= ALIKE and answers["kind"][0] and number_hit, wrong


def _compare_addressees(label: LabelledItem, item: Item) -> tuple[bool, Any, Any]:
    names = tuple(addressee.name for addressee in item.addressees)
    return same_names(label.addressees, names), list(label.addressees), list(names)


def _compare_facts(tally: Tally, document: LabelledDocument, reading: Reading) -> list[str]:
    wrong = []
    for fact in FACTS:
        if fact in document.unscored:
            continue
        wanted, got = document.facts[fact], getattr(reading, fact)
        if fact == "title":
            right = same_title(wanted, got)
        elif fact == "inspectorates":
            right = set(wanted) == set(got)
        else:
            right = wanted == got
        tally.ask(fact, right=right)
        if not right:
            wrong.append(f"{fact} should be {wanted!r}, was {got if got is None else str(got)!r}")
    for body, wanted in document.facts["response"].items():
        if wanted is None:
            continue
        present = bool(getattr(reading.response, body))
        tally.ask("response", right=present == wanted)
        if present != wanted:
            here = "should be found" if wanted else "is not in this document"
            wrong.append(f"response of {body} {here}")
    return wrong

"""How what victims told is said in public: sentences made from what may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from answerable.disclosure.gate import Shown, unbacked
from answerable.disclosure.policy import Policy
from answerable.surveys.bias import NOTABLE, Lean

LONGEST_FINDING = 2000
"""Characters of one finding."""


class TellingRefused(ValueError):
    """It cannot be told so, or not now."""


def heard_in_words(
    asked: Shown,
    answered: Shown,
    response: Shown,
    leans: Iterable[tuple[str, str, Lean]],
    policy: Policy,
) -> tuple[str, ...]:
    """Who was heard, and who was not.

    Args:
        leans: of each group what it is told apart by, what it is called, and how it is heard.
    """
    first = f"People asked: {asked.words}. People who answered: {answered.words}."
    if response.value is not None:
        first += f" That is {response.words}% of those asked."
    rounding = policy.profile.rounding
    rounded = f"Counts are rounded to {rounding}. " if rounding > 1 else ""
    sentences = [first, f"{rounded}Counts under {policy.threshold} are not shown."]
    uneven = [(group, lean) for _, group, lean in leans if lean in {Lean.LESS, Lean.MORE}]
    sentences += [f"{group}: {lean.label[0].lower()}{lean.label[1:]}." for group, lean in uneven]
    if not uneven:
        sentences.append("For no group can it be said that it is heard less than others.")
    return tuple(sentences)


def method_in_words(*, coders: bool, agreement: str) -> tuple[str, ...]:
    """How it was asked, coded and protected.

    Args:
        agreement: the share of passages that both coders saw alike, such as "81%"; empty where
            nothing was coded.
    """
    return tuple(_method(coders=coders, agreement=agreement))


def _method(*, coders: bool, agreement: str) -> Iterator[str]:
    yield (
        "People were asked by support workers, with a code that says nothing of who they are. "
        "Nothing is kept of who answered, when or where, and what one person answered is not kept "
        "together."
    )
    if coders:
        yield (
            "What people wrote was read by two people, who sorted it by themes without seeing what "
            f"the other did. They gave exactly the same themes to {agreement} of the passages, and "
            "settled the others together."
        )
    yield (
        "A group is said to be heard less where its share among those who answered is "
        f"{NOTABLE} or more percentage points below its share among those who were asked."
    )
    yield "Who answers is not everybody: those who were not asked or did not want to are not here."


def check_numbers(words: str, shown: Iterable[Shown], *, also: Sequence[str]) -> None:
    """Raises TellingRefused where a text names a number that no shown figure has.

    Args:
        also: numbers that are no figures, such as those of recommendations.
    """
    if strange := unbacked(words, shown, also=also):
        raise TellingRefused(
            f"No figure that may be shown has {', '.join(strange)}. Write what people said without "
            "counting them, or use the numbers of the figures."
        )


def check_finding(words: str, *, has_changes: bool, nothing_yet: str) -> None:
    """Raises TellingRefused unless there are words, and either what changed or why nothing did."""
    if not words.strip():
        raise TellingRefused("Write what victims told you")
    if has_changes and nothing_yet.strip():
        raise TellingRefused("Choose what changed, or say why nothing did: not both")
    if not has_changes and not nothing_yet.strip():
        raise TellingRefused("Choose what changed, or say why nothing has")

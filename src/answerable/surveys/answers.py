"""What somebody answered, taken apart: nothing of it belongs to anything else of it any more.

A sheet of answers is a portrait even without a name: an age, a disability and a sentence about a
courtroom may be one person in a county. So no sheet is kept. Each choice is one more in a count,
each group is one more in another, and each passage of words lies with all others of its question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.surveys.groups import GROUPS, Characteristic
from answerable.surveys.instrument import LONGEST_WORDS, Choice, Instrument


class UnusableAnswer(ValueError):
    """It answers what the instrument does not ask, or in another way."""


@dataclass(frozen=True, slots=True)
class Parts:
    """An answer, taken apart."""

    choices: frozenset[tuple[str, str]]
    """Keys of questions with those of the options that were chosen."""
    groups: frozenset[tuple[Characteristic, str]]
    passages: frozenset[tuple[str, str]]
    """Keys of questions with what was written."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered. Groups alone answer nothing."""
        return not (self.choices or self.passages)


def taken_apart(
    asked: Instrument, answers: Mapping[str, str], groups: Mapping[Characteristic, str]
) -> Parts:
    """The parts of an answer.

    Args:
        answers: by the keys of questions: the key of an option, or words; empty where none.
        groups: by characteristic; empty where somebody did not say.

    Raises:
        UnusableAnswer: there is no such question, option or group, or words are too long.
    """
    choices, passages = set(), set()
    for key, given in answers.items():
        said = given.strip()
        try:
            question = asked.question(key)
        except KeyError:
            raise UnusableAnswer(f"{asked.called} does not ask {key!r}.") from None
        if not said:
            continue
        if isinstance(question, Choice):
            if said not in {one.key for one in question.options}:
                raise UnusableAnswer(f"{key!r} offers no {said!r}.")
            choices.add((key, said))
        else:
            if len(said) > LONGEST_WORDS:
                raise UnusableAnswer(f"Write no more than {LONGEST_WORDS:,} characters.")
            passages.add((key, said))
    return Parts(frozenset(choices), _known(groups), frozenset(passages))


def _known(groups: Mapping[Characteristic, str]) -> frozenset[tuple[Characteristic, str]]:
    for characteristic, group in groups.items():
        if group and group not in GROUPS[characteristic]:
            raise UnusableAnswer(f"{characteristic.label} has no group {group!r}.")
    return frozenset((one, group) for one, group in groups.items() if group)

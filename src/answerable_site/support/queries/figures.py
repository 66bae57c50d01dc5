"""What may be shown of a closed survey: protected tables alone, for the office as for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from answerable.disclosure.gate import Shown, count, rate
from answerable.disclosure.ledger import NOTHING_YET, Ledger
from answerable.disclosure.policy import PUBLIC, Policy
from answerable.disclosure.protect import protect
from answerable.disclosure.protected import ProtectedTable
from answerable.disclosure.table import ALL, CountTable, Labels
from answerable.surveys.bias import Heard, Lean, leaning
from answerable.surveys.groups import GROUPS, Channel, Characteristic
from answerable.surveys.instrument import Choice
from answerable.surveys.themes import BOOKS
from answerable_site.disclosure import policy_of
from answerable_site.support.models import Survey
from answerable_site.support.queries.coding import coded_passages, coding_progress, themes_of
from answerable_site.support.queries.surveys import asked_entries, instrument_of, tallies_of
from answerable_site.support.rules import Counted

ANSWERED, SILENT = "answered", "silent"


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """Who of a characteristic was asked, and who answered."""

    characteristic: Characteristic
    asked: ProtectedTable | None
    """None where nobody was counted."""
    answered: ProtectedTable

    def leaning(self, group: str) -> Lean:
        """Whether a group is heard less or more than it was asked, from what is shown."""
        if self.asked is None:
            return Lean.UNKNOWN
        return leaning(
            Heard(_number(self.asked, group), _number(self.answered, group)),
            Heard(_number(self.asked, ALL), _number(self.answered, ALL)),
        )


@dataclass(frozen=True, slots=True)
class SurveyFigures:
    """Everything that may be shown of a survey."""

    answers: Mapping[str, ProtectedTable]
    """By the key of the question."""
    channels: ProtectedTable
    """By channel, and by whether somebody who was asked answered."""
    groups: tuple[GroupFigures, ...]
    themes: ProtectedTable | None
    """Passages to which a theme was given; None while the coding is not settled."""
    response: Shown
    """The share of those asked who answered."""
    policy: Policy
    """By which all of it was protected."""

    @property
    def everybody(self) -> Shown:
        """How many answered."""
        return count(self.channels, (ALL, ANSWERED))

    @property
    def asked(self) -> Shown:
        """How many were asked."""
        return count(self.channels, (ALL, ALL))


class _Protecting:
    """Protects one table after the other, each beside all before it."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.policy: Policy = policy_of(PUBLIC)
        self.ledger: Ledger = NOTHING_YET

    def __call__(
        self, what: str, by: tuple[str, ...], counts: Mapping[tuple[str, ...], int]
    ) -> ProtectedTable:
        table = CountTable(by, counts, {"measure": f"survey {self.survey.pk}, {what}"})
        protected = protect(table, self.policy, self.ledger)
        self.ledger = self.ledger.beside(protected.release)
        return protected


def figures_of(survey: Survey) -> SurveyFigures:
    """The figures of a closed survey. The same counts give the same figures each time.

    Raises:
        answerable.disclosure.protect.NotSafe: not even nothing can be shown.
    """
    tallies, protecting = tallies_of(survey), _Protecting(survey)
    channels = _response(survey, tallies, protecting)
    asked = instrument_of(survey)
    return SurveyFigures(
        answers={
            one.key: protecting(f"question {one.key}", ("answer",), _choices(one, tallies))
            for one in asked.choices
        },
        channels=channels,
        groups=tuple(_groups(survey, tallies, protecting)),
        themes=_themes(survey, tallies, protecting),
        response=rate(channels, (ALL, ANSWERED), (ALL, ALL), protecting.policy),
        policy=protecting.policy,
    )


@dataclass(frozen=True, slots=True)
class Response:
    """How many were asked, how many answered, and the share in whole per cent, as may be shown."""

    asked: Shown
    answered: Shown
    share: Shown


def response_to(survey: Survey) -> Response:
    """Who answered a closed survey against who was asked, all together: as `figures_of` has it."""
    protecting = _Protecting(survey)
    channels = _response(survey, tallies_of(survey), protecting)
    return Response(
        asked=count(channels, (ALL, ALL)),
        answered=count(channels, (ALL, ANSWERED)),
        share=rate(channels, (ALL, ANSWERED), (ALL, ALL), protecting.policy),
    )


def _response(
    survey: Survey, tallies: Mapping[tuple[str, str, str], int], protecting: _Protecting
) -> ProtectedTable:
    return protecting("response", ("channel", "response"), dict(_channels(survey, tallies)))


def _number(table: ProtectedTable, label: str) -> int | None:
    found = count(table, (label,)).value
    return None if found is None else int(found)


def _channels(
    survey: Survey, tallies: Mapping[tuple[str, str, str], int]
) -> Iterator[tuple[tuple[str, str], int]]:
    """By channel who answered and who did not. Where more answered than services recorded as
    asked, those who answered were asked."""
    asked: Counter[str] = Counter()
    for one in asked_entries(survey):
        asked[one.channel] += one.number
    for channel in Channel:
        answered = tallies[Counted.CHANNEL, "", channel]
        yield (channel.value, ANSWERED), answered
        yield (channel.value, SILENT), max(asked[channel] - answered, 0)


def _choices(
    question: Choice, tallies: Mapping[tuple[str, str, str], int]
) -> dict[tuple[str, ...], int]:
    return {
        (option.key,): tallies[Counted.CHOICE, question.key, option.key]
        for option in question.options
    }


def _groups(
    survey: Survey, tallies: Mapping[tuple[str, str, str], int], protecting: _Protecting
) -> Iterator[GroupFigures]:
    asked: Counter[tuple[str, str]] = Counter()
    for one in asked_entries(survey):
        for name, counts in one.groups.items():
            for group, number in counts.items():
                asked[name, group] += number
    for characteristic in Characteristic:
        groups = GROUPS[characteristic]
        table = partial(protecting, by=(characteristic.value,))
        counted: dict[Labels, int] = {(group,): asked[characteristic, group] for group in groups}
        said: dict[Labels, int] = {
            (group,): tallies[Counted.GROUP, characteristic, group] for group in groups
        }
        yield GroupFigures(
            characteristic=characteristic,
            asked=table("asked", counts=counted) if any(counted.values()) else None,
            answered=table("answered", counts=said),
        )


def _themes(
    survey: Survey, tallies: Mapping[tuple[str, str, str], int], protecting: _Protecting
) -> ProtectedTable | None:
    themes = BOOKS[survey.book].themes
    if (Counted.THEME, "", themes[0].key) in tallies:
        given = Counter({one.key: tallies[Counted.THEME, "", one.key] for one in themes})
    else:
        progress = coding_progress(survey)
        if not progress.passages or not progress.is_settled:
            return None
        given = Counter(
            key for passage in coded_passages(survey) for key in themes_of(passage) or ()
        )
    counts: dict[Labels, int] = {(theme.key,): given[theme.key] for theme in themes}
    return protecting("themes", ("theme",), counts)

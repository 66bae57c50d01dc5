"""What a row changes about owner, dates and progress, of a commitment or of an action alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from answerable_site.followup.rules.states import ActionState, Rating, Whose
from answerable_site.followup.rules.tracker.columns import Column
from answerable_site.followup.rules.tracker.known import Facts, KnownPerson
from answerable_site.followup.rules.tracker.rows import Problem, Told
from answerable_site.register.rules.lists import day_in_words, short

AS_IMPORTED: Final = "As imported from the tracker"


@dataclass(frozen=True, slots=True)
class Names:
    """Which columns tell the same of a commitment and of an action."""

    owner: Column
    original: Column
    revised: Column
    because: Column
    whose: Column
    done_on: Column
    rating: Column
    update: Column
    updated_on: Column


OF_COMMITMENT: Final = Names(
    Column.OWNER,
    Column.ORIGINAL,
    Column.REVISED,
    Column.REVISED_BECAUSE,
    Column.WHOSE,
    Column.DONE_ON,
    Column.RATING,
    Column.UPDATE,
    Column.UPDATED_ON,
)
OF_ACTION: Final = Names(
    Column.ACTION_OWNER,
    Column.ACTION_ORIGINAL,
    Column.ACTION_REVISED,
    Column.ACTION_REVISED_BECAUSE,
    Column.ACTION_WHOSE,
    Column.ACTION_DONE_ON,
    Column.ACTION_RATING,
    Column.ACTION_UPDATE,
    Column.ACTION_UPDATED_ON,
)


@dataclass(frozen=True, slots=True)
class Target:
    """A target date that would be appended."""

    number: int
    on: date
    whose: Whose
    reason: str


@dataclass(frozen=True, slots=True)
class Update:
    """A progress update that would be appended."""

    on: date
    rating: Rating | None
    words: str
    state: ActionState | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is held and would be held otherwise."""

    name: str
    before: str
    after: str


@dataclass(slots=True)
class Moves:
    """What would be appended, and what a person should know about it."""

    owner_id: int | None = None
    """The new owner; None where the owner stays."""
    targets: list[Target] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_still(self) -> bool:
        """Whether nothing would be appended."""
        return self.owner_id is None and not self.targets and not self.updates


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for a whole tracker."""

    as_at: date
    """The civil date of which it speaks."""
    whose: Whose
    people: Mapping[int, Sequence[KnownPerson]]

    def owners(self, organisation_id: int, words: str) -> list[KnownPerson]:
        """Those whom a cell may mean: by e-mail address or by full name."""
        key = " ".join(words.casefold().split())
        return [
            one
            for one in self.people.get(organisation_id, ())
            if key in {one.email.casefold(), one.name.casefold()}
            or key == f"{one.name} <{one.email}>".casefold()
        ]


def moves(
    told: Told,
    names: Names,
    held: Facts | None,
    *,
    organisation_id: int,
    default: date | None,
    setting: Setting,
) -> Moves:
    """What a row appends to what is held.

    Args:
        held: None where the commitment or action is new.
        default: the recommendation's own date, the original where the row tells no other.
    """
    made = Moves()
    _date(made, told, names, held, default, setting)
    _own(made, told, names, held, organisation_id, setting)
    _update(made, told, names, held, setting)
    return made


def _whose(told: Told, names: Names, on: date, default: date | None, setting: Setting) -> Whose:
    """Whose a date is: as told, else the inspectorate's where the recommendation itself names it,
    else as the person said for the whole tracker."""
    told_whose: Whose | None = told.get(names.whose)
    return told_whose or (Whose.INSPECTORATE if on == default else setting.whose)


def _date(
    made: Moves,
    told: Told,
    names: Names,
    held: Facts | None,
    default: date | None,
    setting: Setting,
) -> None:
    original, revised = told.get(names.original), told.get(names.revised)
    if held is not None and held.target_on is not None:
        _move_on(made, told, names, held, default, setting)
        return
    first = original or (default if held is None or revised else None)
    if first is None:
        if revised:
            made.problems.append(
                Problem(
                    "A revised date stands beside no original one. Tell the original date, for "
                    "everything is measured against it.",
                    names.revised,
                )
            )
        return
    made.targets.append(Target(0, first, _whose(told, names, first, default, setting), ""))
    if revised and revised != first:
        made.targets.append(_revision(1, revised, told, names, default, setting))
    if held is not None:
        made.changes += [Change("Date", "none", day_in_words(one.on)) for one in made.targets]


def _move_on(
    made: Moves,
    told: Told,
    names: Names,
    held: Facts,
    default: date | None,
    setting: Setting,
) -> None:
    original, revised = told.get(names.original), told.get(names.revised)
    differs = original is not None and original != held.original_on
    wanted = revised or (original if differs else None)
    if differs and held.original_on is not None:
        made.notes.append(
            f"The original date is held as {day_in_words(held.original_on)} and stays so: "
            "a later date is set beside it, never over it."
        )
    if wanted is not None and wanted != held.target_on and held.target_on is not None:
        number = held.revisions + 1
        made.targets.append(_revision(number, wanted, told, names, default, setting))
        made.changes.append(Change("Date", day_in_words(held.target_on), day_in_words(wanted)))


def _revision(
    number: int, on: date, told: Told, names: Names, default: date | None, setting: Setting
) -> Target:
    reason = told.get(names.because) or AS_IMPORTED
    return Target(number, on, _whose(told, names, on, default, setting), reason)


def _own(
    made: Moves,
    told: Told,
    names: Names,
    held: Facts | None,
    organisation_id: int,
    setting: Setting,
) -> None:
    words = told.get(names.owner)
    if words is None:
        return
    found = setting.owners(organisation_id, words)
    if len(found) == 1:
        (owner,) = found
        if held is None or held.owner_id != owner.pk:
            made.owner_id = owner.pk
            if held is not None:
                made.changes.append(Change("Owner", "another or nobody", owner.name))
        return
    why = "nobody" if not found else f"{len(found)} people"
    made.notes.append(
        f"The owner “{short(words)}” is {why} with a role in follow-up there: kept as words in an "
        "update, and the owner stays as it is."
    )
    _say(made, held, Update(setting.as_at, None, f"Owner in the tracker: {words}"))


def _update(made: Moves, told: Told, names: Names, held: Facts | None, setting: Setting) -> None:
    rating, words = told.get(names.rating), told.get(names.update)
    on = told.get(names.updated_on) or setting.as_at
    if words is None and rating is not None and (held is None or held.rating is not rating):
        words = f"Rated in the tracker: {rating.value}"
        made.updates.append(Update(on, rating, words))
        made.changes.append(Change("Rating", held.rating or "none" if held else "none", rating))
    elif words is not None:
        _say(made, held, Update(on, rating, words))
        said_before = held is not None and words in held.updates
        if said_before and rating is not None and held is not None and held.rating is not rating:
            made.updates.append(Update(on, rating, f"Rated in the tracker: {rating.value}"))
            made.changes.append(Change("Rating", held.rating or "none", rating))
    elif names.updated_on in told:
        made.notes.append("A date of an update stands beside no update: nothing is taken from it.")


def _say(made: Moves, held: Facts | None, update: Update) -> None:
    if held is not None and update.words in held.updates:
        return
    made.updates.append(update)
    if held is not None:
        made.changes.append(Change("Update", "", short(update.words)))


def changed_text(name: str, before: str, after: Any) -> Iterator[Change]:
    """The change of a text, where the row tells it and it is another."""
    if after is not None and _plain(before) != _plain(after):
        yield Change(name, short(before) or "none", short(after))


def _plain(text: str) -> str:
    return " ".join(text.split())

"""What came through a link that ended is put right in the case, so that both stay to be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from answerable.records.kinds import from_stored, to_stored
from answerable.records.kinds.correction import RecordedInError
from answerable.statute import civil_date
from answerable_site.casework.models import CaseEvent
from answerable_site.intake.models import Link, LoadedEvent
from answerable_site.intake.rules import LinkState
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer

_OF_ANOTHER: Final = "It came by a reference that does not mean this case."


def _put_right(by: Viewer, at: datetime, link: Link) -> tuple[int, int]:
    """Put what had been told before in the place of each event that came through a link, or let it
    leave nothing. How many, and of how many others somebody has to look at what was recorded by
    hand: in the place of such an event, or about it."""
    restoring = _Restoring(link)
    anew = []
    for number, (last, before) in enumerate(restoring.wrong(), start=restoring.next_number):
        anew.append(
            CaseEvent(
                case_id=link.case_id,
                number=number,
                side=last.side,
                organisation_id=last.organisation_id,
                recorded_at=at,
                recorded_by_id=signed_in(by),
                replaces=last.number,
                **(_same_as(before) if before else _nothing(at)),
            )
        )
        if before is not None:
            restoring.let_stand(before, as_number=number)
    CaseEvent.objects.bulk_create(anew)
    restoring.told().update(is_current=False)
    LoadedEvent.objects.bulk_update(restoring.standing_again, ["is_current", "stands_as"])
    return len(anew), restoring.by_hand


class _Restoring:
    """The events of one case, and which of them came through a link."""

    def __init__(self, link: Link) -> None:
        self._link = link
        events = CaseEvent.objects.filter(case=link.case_id).order_by("number")
        self._events = {one.number: one for one in events}
        loaded = LoadedEvent.objects.filter(case=link.case_id)
        self._loaded = {number: one for one in loaded for number in _numbers(one)}
        self._own = {number for one in self.told() for number in _numbers(one)}
        self._through = self._own | {
            number
            for one in loaded.filter(
                batch__links__link__case=link.case_id, batch__links__link__state=LinkState.ENDED
            )
            for number in _numbers(one)
        }
        self._told_since = {
            _identity(one) for one in loaded if one.is_current and one.number not in self._through
        }
        self.next_number = max(self._events, default=0) + 1
        self.standing_again: list[LoadedEvent] = []
        self._followed = {one.replaces: one for one in events}
        self.by_hand = len(set(self._put_right_by_hand()) | set(self._about_by_hand()))

    def told(self) -> QuerySet[LoadedEvent]:
        """From which loads the events came."""
        return LoadedEvent.objects.filter(
            case=self._link.case_id, batch__links__link=self._link, batch__undone_at__isnull=True
        )

    def wrong(self) -> list[tuple[CaseEvent, CaseEvent | None]]:
        """Events of the link in whose place nothing else stands, each with what had stood there.
        Where that would be told twice, the latest of it stands again."""
        found = []
        for number in sorted(self._own - self._followed.keys(), reverse=True):
            last, before = self._events[number], self._before(number)
            if before is not None or last.kind != RecordedInError.kind():
                found.append((last, before))
        return found[::-1]

    def _put_right_by_hand(self) -> Iterator[int]:
        """The numbers of events that somebody put in the place of one of the link."""
        for number in self._own & self._followed.keys():
            follower = self._followed[number].number
            if follower not in self._loaded:
                yield follower

    def _about_by_hand(self) -> Iterator[int]:
        """The numbers of events that stand and name one of the link, though no load told them."""
        for number, one in self._events.items():
            recorded = number not in self._loaded and one.replaces not in self._through
            if recorded and number not in self._followed and _named(one) & self._own:
                yield number

    def let_stand(self, before: CaseEvent, *, as_number: int) -> None:
        """Let later files be compared again with what stood before, under its new number."""
        loaded = self._loaded.get(before.number)
        if loaded is not None:
            loaded.is_current, loaded.stands_as = True, as_number
            self.standing_again.append(loaded)

    def _before(self, number: int) -> CaseEvent | None:
        """What stood in the place of an event before anything of this link or of one that ended
        did; None where nothing did, or the same was told again since."""
        at: int | None = number
        while at in self._through:
            at = self._events[at].replaces
        if at is None:
            return None
        if (loaded := self._loaded.get(at)) is not None:
            if _identity(loaded) in self._told_since:
                return None
            self._told_since.add(_identity(loaded))
        return self._events[at]


def _numbers(loaded: LoadedEvent) -> set[int]:
    """Under which an event stood in its case."""
    return {loaded.number, loaded.stands_as or loaded.number}


def _named(one: CaseEvent) -> set[object]:
    """The numbers of the events that an event names."""
    return {one.facts.get(fact) for fact in type(from_stored(one.facts)).REFERS}


def _identity(loaded: LoadedEvent) -> tuple[int, str]:
    return loaded.source_id, loaded.identity


def _same_as(before: CaseEvent) -> dict[str, object]:
    names = ("kind", "happened_on", "victim", "suspect", "facts", "why_in_breach")
    return {name: getattr(before, name) for name in names}


def _nothing(at: datetime) -> dict[str, object]:
    event = RecordedInError(on=civil_date(at), reason=_OF_ANOTHER)
    return {"kind": event.kind(), "happened_on": event.on, "facts": to_stored(event)}

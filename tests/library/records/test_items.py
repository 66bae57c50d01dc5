"""Items of plans: the first day that an item had is its original for ever."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.library.records.files_of_events import case_file, recorded

from answerable.records.event import Side
from answerable.records.items import Item, items
from answerable.records.kinds.plan import (
    Answer,
    ItemAnswered,
    ItemEscalated,
    ItemHandedOver,
    ItemMoved,
    ItemSet,
    Plan,
)

SET = date(2026, 3, 10)
TARGET = date(2026, 3, 20)


def item(target: date | None = TARGET, **facts) -> ItemSet:
    why = "" if target else "Depends on the laboratory"
    return ItemSet(
        on=SET, plan=Plan.ACTION, asked="x", target_on=target, why_no_target=why, **facts
    )


def moved(on: date, target: date, of: int = 1, reason: str = "The laboratory is late") -> ItemMoved:
    return ItemMoved(on=on, item=of, target_on=target, reason=reason)


def only(*events) -> Item:
    (found,) = items(case_file(*events))
    return found


class TestTheOriginalDay:
    def test_is_the_first_target_day(self):
        found = only(item(), moved(date(2026, 3, 19), date(2026, 4, 20)))
        assert (found.original_on, found.target_on) == (TARGET, date(2026, 4, 20))

    def test_stays_when_the_item_is_moved_forward(self):
        found = only(item(), moved(date(2026, 3, 12), date(2026, 3, 15)))
        assert (found.original_on, found.target_on) == (TARGET, date(2026, 3, 15))

    def test_is_never_put_back_by_a_correction(self):
        later = recorded(2, item(date(2026, 5, 1)), replaces=1)
        assert only(item(), later).original_on == TARGET

    def test_is_brought_forward_by_a_correction(self):
        earlier = recorded(2, item(date(2026, 3, 12)), replaces=1)
        assert only(item(), earlier).original_on == date(2026, 3, 12)

    def test_is_not_lost_when_a_correction_takes_the_day_away(self):
        without = recorded(2, item(None), replaces=1)
        assert only(item(), without).original_on == TARGET

    def test_of_an_item_without_one_is_the_first_that_it_is_given(self):
        found = only(
            item(None),
            moved(date(2026, 3, 12), date(2026, 3, 25)),
            moved(date(2026, 3, 24), date(2026, 4, 9)),
        )
        assert (found.original_on, found.dated_on) == (date(2026, 3, 25), date(2026, 3, 12))
        assert [one.target_on for one in found.moves] == [date(2026, 4, 9)]

    def test_is_unknown_while_the_item_has_none(self):
        found = only(item(None))
        assert (found.original_on, found.target_on, found.dated_on) == (None, None, None)

    @given(st.lists(st.dates(date(2026, 3, 11), date(2030, 1, 1)), max_size=4))
    def test_is_the_same_however_often_the_item_is_moved(self, targets):
        moves = [moved(date(2026, 3, 11), target) for target in targets]
        assert only(item(), *moves).original_on == TARGET


class TestAnItem:
    def test_ends_with_an_answer_that_is_whole(self):
        part = ItemAnswered(on=date(2026, 3, 12), item=1, answer=Answer.IN_PART)
        assert only(item(), part).ended_on is None
        whole = ItemAnswered(on=date(2026, 3, 15), item=1, answer=Answer.CANNOT_BE_DONE)
        assert only(item(), part, whole).ended_on == date(2026, 3, 15)

    def test_belongs_to_whom_it_was_given_last(self):
        handed = ItemHandedOver(on=date(2026, 3, 12), item=1, side=Side.CPS, owner=9)
        found = only(item(owner=4), handed)
        assert (found.side, found.owner) == (Side.CPS, 9)

    def test_keeps_what_named_it_before_it_was_put_right(self):
        up = ItemEscalated(on=date(2026, 4, 1), item=1, level=1)
        found = only(item(), up, recorded(3, item(owner=5), replaces=1))
        assert (found.number, found.escalations) == (3, (up,))

    def test_is_named_within_and_at_the_start_of_a_sentence(self):
        found = only(item())
        assert found.name == "item 1 of the CPS action plan"
        assert found.title == "Item 1 of the CPS action plan"

    def test_is_one_of_two_plans(self):
        two = items(case_file(item(), ItemSet(on=SET, plan=Plan.INVESTIGATION, asked="y")))
        assert [one.event.plan.set_by for one in two] == [Side.CPS, Side.POLICE]

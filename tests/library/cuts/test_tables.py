"""The tables of a cut follow the kinds of case event, and leave out what may tell who somebody is."""

from __future__ import annotations

import msgspec
import pytest

from answerable.cuts import listed
from answerable.cuts.built import MILESTONES, TABLES
from answerable.cuts.columns import Holds
from answerable.cuts.tables import (
    EVENT_TABLES,
    EVENTS,
    GIVEN,
    OF_EVERY_EVENT,
    event_table,
    several,
    several_table,
)
from answerable.records.kinds import BY_TAG, KINDS


def columns(kind):
    """The names of the columns that a kind has for itself."""
    table = EVENT_TABLES[event_table(BY_TAG[kind])]
    return [one.name for one in table.columns if one not in OF_EVERY_EVENT]


class TestAKind:
    def test_has_a_table_unless_it_leaves_nothing(self):
        assert set(KINDS) - set(EVENTS) == {BY_TAG["recorded_in_error"]}

    @pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.kind())
    def test_has_a_column_or_a_table_for_each_fact_but_moments(self, kind):
        kept = {one.removesuffix("_length").removesuffix("_named") for one in columns(kind.kind())}
        kept |= {name for name in several(kind) if several_table(kind, name) in GIVEN}
        facts = {one.name for one in msgspec.structs.fields(kind)}
        assert facts - kept - {"on"} <= {"told_at", "decided_at"}


class TestColumns:
    def test_hold_of_free_text_its_length(self):
        assert columns("withdrawal")[1] == "victims_words_length"

    def test_hold_of_a_user_whether_one_is_named(self):
        assert columns("meeting_excepted") == ["reason_length", "manager_named"]

    def test_hold_the_first_target_of_an_item(self):
        assert columns("item_set")[-1] == "first_target_on"

    def test_hold_text_only_where_it_is_a_code(self):
        texts = [
            one for table in GIVEN.values() for one in table.columns if one.holds.batch == "str"
        ]
        assert {one.holds for one in texts} == {Holds.OPEN_CODE}

    def test_with_closed_lists_agree_on_them(self):
        lists = {}
        for table in TABLES.values():
            for one in table.columns:
                if one.codes:
                    assert lists.setdefault(one.code_list, one.codes) == one.codes
        assert max(len(codes) for codes in lists.values()) < 256

    def test_name_only_lists_that_the_cut_has(self):
        there = {row[0] for row in listed.codes()}
        named = {one.code_list for table in TABLES.values() for one in table.columns}
        assert named - {""} <= there

    def test_have_a_name_once_in_each_table(self):
        for table in TABLES.values():
            assert len(set(table.names)) == len(table.columns)
            assert set(table.key) | set(table.order) <= set(table.names)


def test_every_milestone_is_taken_from_a_table_of_events():
    assert {one.table for one in MILESTONES} <= EVENT_TABLES.keys()
    for one in MILESTONES:
        assert one.day in EVENT_TABLES[one.table].names

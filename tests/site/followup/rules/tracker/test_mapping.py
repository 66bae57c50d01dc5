from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.followup.rules import Whose
from answerable_site.followup.rules.tracker import (
    EITHER,
    MEANINGS,
    NAMES,
    Blank,
    Column,
    Mapping,
    MappingRefused,
    columns_of,
    keys_of,
    words_of,
)
from answerable_site.register.rules.lists import LEAVE_OUT, Reading, header_key

MAPPINGS = st.builds(
    Mapping,
    columns=st.dictionaries(st.text(max_size=8), st.sampled_from([*Column, LEAVE_OUT]), max_size=4),
    reading=st.builds(Reading, st.booleans(), st.booleans()),
    blanks=st.dictionaries(st.sampled_from(Column), st.sampled_from(Blank), max_size=3),
    words=st.just({Column.OWN_VIEW: {"parked": "at_risk"}}),
    organisation_id=st.none() | st.integers(1, 9),
    inspection_id=st.none() | st.integers(1, 9),
    whose=st.sampled_from(Whose),
    enters_missing=st.booleans(),
)


class TestColumnsOf:
    def test_gives_no_heading_two_meanings(self):
        names = [name for group in (NAMES, EITHER) for each in group.values() for name in each]
        counted = Counter(header_key(name) for name in names)
        assert [name for name, count in counted.items() if count > 1] == []

    @pytest.mark.parametrize("column", Column)
    def test_knows_every_column_by_its_label(self, column):
        table = [["Recommendation text", column.label]]
        if column is Column.TEXT:
            table = [[column.label]]
        assert column in columns_of(table, Mapping()).places

    def test_takes_a_due_date_as_that_of_the_actions_where_there_are_any(self):
        with_actions = columns_of([["Recommendation", "Action", "Due date"]], Mapping())
        assert with_actions.places[Column.ACTION_ORIGINAL] == 2
        without = columns_of([["Recommendation", "Due date"]], Mapping())
        assert without.places[Column.ORIGINAL] == 1

    def test_follows_what_a_person_said_wherever_the_column_stands(self):
        mapping = Mapping(columns={"colour": Column.RATING, "due date": LEAVE_OUT})
        found = columns_of([["Due date", "Recommendation", "Colour"]], mapping)
        assert found.places == {Column.TEXT: 1, Column.RATING: 2}
        assert found.left_out == (0,)

    def test_tells_two_columns_of_one_heading_apart(self):
        assert keys_of(["Date", "Owner", "date:"]) == ["date", "owner", "date (2)"]

    def test_asks_for_a_column_that_tells_what_rows_are_about(self):
        (problem,) = columns_of([["Owner", "Rec no"]], Mapping()).problems
        assert problem.startswith("No column tells which recommendation")
        assert not columns_of([["Owner", "Rec no"]], Mapping(inspection_id=3)).problems


class TestMapping:
    @given(MAPPINGS)
    def test_survives_the_way_through_plain_data(self, mapping):
        assert Mapping.from_json(mapping.as_json()) == mapping

    @pytest.mark.parametrize(
        "wrong",
        [
            {"columns": {"a": "nothing"}},
            {"words": {"own_view": {"parked": "nowhere"}}},
            {"words": {"reference": {"a": "b"}}},
            {"whose": "nobody"},
        ],
    )
    def test_names_no_column_and_no_meaning_that_there_is_not(self, wrong):
        with pytest.raises(MappingRefused):
            Mapping.from_json(Mapping().as_json() | wrong)


class TestWordsOf:
    @pytest.mark.parametrize("column", MEANINGS)
    def test_knows_every_meaning_by_its_label(self, column):
        known = words_of(column, {})
        for meaning in MEANINGS[column]:
            assert known[header_key(meaning.label)] is meaning

    def test_lets_a_person_say_what_a_word_means(self):
        said = words_of(Column.ACTION_STATE, {"parked": "cancelled"})
        assert said["parked"] == "cancelled"

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.library.opendata.publishing import (
    MADE,
    NAMES,
    all_together,
    by_decision,
    data_set,
    released,
)

from answerable.opendata.dataset import DataSet, label_in_words
from answerable.opendata.from_figure import NotForThePublic, as_data_set
from answerable.release.made import read, written


def taken(figure, **changed):
    release = released(by_decision())
    return as_data_set(replace(release.figures[0], **changed), release.manifest)


class TestWhatIsTaken:
    def test_shows_what_the_protected_table_shows_and_no_more(self, told):
        figure = released(by_decision()).figures[0]
        shown = {row.labels: row.shown for row in told.rows}
        assert shown == {
            tuple("*" if one == "*" else NAMES.get(one, one) for one in labels): cell
            for labels, cell in figure.table.shown.items()
        }
        assert "[c]" in shown.values()

    def test_holds_no_count_that_is_hidden(self, told):
        hidden = {str(count) for counts in MADE.values() for count in counts if count < 5}
        numbers = {str(row.shown) for row in told.rows}
        numbers |= {str(one) for share in told.shares for one in (share.met, share.asked)}
        assert hidden
        assert not hidden & numbers

    def test_has_the_shares_in_order_with_all_together_last(self, told):
        assert [share.group for share in told.shares] == [
            *((NAMES[one],) for one in MADE),
            ("*",),
        ]
        assert (told.shares[1].met, told.shares[1].asked, told.shares[1].percent) == (60, 90, 67)
        assert told.shares[3].percent == "[c]"

    def test_is_named_after_the_measure_and_its_breakdown(self, told):
        assert told.title == "Victims told of decisions in time, by decision"
        assert data_set(all_together()).title == "Victims told of decisions in time"

    def test_says_nowhere_where_the_ledger_stood_nor_why_cells_are_hidden(self):
        release = released(by_decision())
        figure, manifest = release.figures[0], replace(release.manifest, ledger="f00dface" * 8)
        proof = replace(figure.table.proof, ledger="f00dface" * 8)
        figure = replace(figure, table=replace(figure.table, proof=proof))
        text = as_data_set(figure, manifest).to_json().decode()
        assert "f00dface" not in text
        assert not {"primary", "secondary", "small", "second", "count"} & set(_keys(text))

    def test_of_a_release_that_was_kept_and_read_again_is_the_same(self, told):
        again = read(written(released(by_decision())))
        assert as_data_set(again.figures[0], again.manifest) == told


class TestWhatIsRefused:
    def test_is_a_table_that_nobody_protected(self, told):
        with pytest.raises(NotForThePublic, match="disclosure control"):
            taken(told, table={("charge",): 36})

    def test_is_one_of_which_the_audit_did_not_pass(self):
        table = released(by_decision()).figures[0].table
        audit = replace(table.proof.audit, problems=("stopped, met can be told",))
        failed = replace(table, proof=replace(table.proof, audit=audit))
        with pytest.raises(NotForThePublic, match="audit"):
            taken(None, table=failed)

    def test_is_one_for_a_meeting(self):
        release = released(by_decision(), profile="scrutiny_meeting")
        with pytest.raises(NotForThePublic, match="scrutiny_meeting"):
            as_data_set(release.figures[0], release.manifest)

    def test_is_one_with_a_marking_whatever_its_profile_is_called(self):
        table = released(by_decision()).figures[0].table
        policy = table.proof.policy | {"marking": "OFFICIAL-SENSITIVE"}
        marked = replace(table, proof=replace(table.proof, policy=policy))
        with pytest.raises(NotForThePublic):
            taken(None, table=marked)

    @pytest.mark.parametrize(
        "label", ["=1+1", "+44", "-1", "@here", "*", "A\x07", "A\u202eB", "A\n"]
    )
    def test_is_a_label_that_a_program_or_a_reader_would_misread(self, label):
        with pytest.raises(NotForThePublic):
            data_set(by_decision(NAMES | {"other": label}))

    def test_are_two_values_that_are_called_alike(self):
        with pytest.raises(NotForThePublic, match="alike"):
            data_set(by_decision(NAMES | {"other": "Charge"}))


class TestDataSet:
    def test_is_the_same_after_it_was_kept(self, told, monthly):
        for one in (told, monthly):
            assert DataSet.from_json(json.loads(json.dumps(one.as_json()))) == one

    def test_gives_the_same_bytes_each_time(self, told):
        assert told.to_json() == data_set().to_json()

    def test_as_json_is_what_any_reader_of_json_finds(self, told):
        found = json.loads(told.to_json())
        assert found["rows"][0].keys() == {"labels", "shown"}
        assert DataSet.from_json(found) == told

    def test_explains_the_symbols_that_stand_in_it_and_no_others(self, told, monthly):
        assert [symbol for symbol, _ in told.symbols] == ["[c]"]
        assert monthly.symbols == [] or {"[c]"} == {one for one, _ in monthly.symbols}


class TestLabels:
    @pytest.mark.parametrize(
        ("label", "words"),
        [
            ("2026-03", "March 2026"),
            ("2025/26 Q4", "2025/26 Q4"),
            ("2026-13", "2026-13"),
            ("*", "All"),
            ("Charge", "Charge"),
        ],
    )
    def test_are_read_by_people_as_words(self, label, words):
        assert label_in_words(label) == words


def _keys(text):
    def walk(node):
        if isinstance(node, dict):
            yield from node
            for value in node.values():
                yield from walk(value)
        elif isinstance(node, list):
            for value in node:
                yield from walk(value)

    return walk(json.loads(text))

"""A profile is refused with every fault that it has: where, and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from tests.library.mappings.making import PLAIN, profile

from answerable.mappings import UnusableProfile, read_profile, shipped_profile
from answerable.mappings.profiles import profile_from


def fault(**changes: object) -> str:
    with pytest.raises(UnusableProfile) as caught:
        profile(**changes)
    return str(caught.value)


class TestAProfile:
    @pytest.mark.parametrize(
        ("place", "value", "says"),
        [
            ("colour", "red", "plain: Object contains unknown field `colour`"),
            ("version", 0, "plain: version: "),
            ("columns__age__holds", "years", "plain: columns.age.holds: Invalid enum value"),
            ("columns__age__colour", "red", "unknown field `colour`"),
            ("grain__case", "reference", "grain.case: there is no column reference"),
            ("grain__reported_on", "age", "grain.reported_on: the day of the report is a date"),
            ("encoding", "utf-99", "encoding: there is no encoding 'utf-99'"),
            ("unread__Age", "twice", "“age” is said of two columns"),
            ("columns__told__formats", ["d.m.y"], "columns.told.formats: there is no format"),
            ("columns__told__formats", ["dd/mm/yy"], "columns.told.century_from: say the first"),
            ("columns__outcome__code_list", "results", "there is no list 'results'"),
            ("columns__outcome__code_list", "", "columns.outcome.codes: say what each code means"),
            ("columns__method__codes", {"a": "letter", "A": "email"}, "“a” stands twice"),
            ("columns__ref__pattern", "(", "columns.ref.pattern: this is no regular expression"),
            ("columns__words__pattern", "x", "columns.words.pattern: this is of columns that hold"),
            ("columns__method__codes", {"Pigeon": "pigeon"}, "facts.method: 'pigeon' is no value"),
            ("samples", [], "plain: samples: "),
        ],
    )
    def test_is_refused_with_the_place_of_its_fault(self, place, value, says):
        if value == {"Pigeon": "pigeon"}:
            value = {"Phone": "telephone", **value}
        assert says in fault(**{place: value})

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"kind": "tolled"}, "there is no kind of event 'tolled'"),
            ({"on": "age"}, "on: age is no column of dates"),
            ({"each": "case"}, "an event of this kind is of a victim"),
            ({"each": "submission"}, "the grain names no column of a submission"),
            ({"when": {"mood": ["good"]}}, "there is no column mood"),
            ({"facts": {}}, "Say under facts where it comes from"),
            ({"facts": {"mood": {"value": "good"}}}, "there is no such fact of this kind"),
            ({"facts": {"method": {}}}, "say one of column, value and event"),
            ({"facts": {"decision": {"event": "victim"}}}, "victim is of another kind"),
        ],
    )
    def test_is_refused_with_the_event_that_cannot_be(self, change, says):
        events = [*PLAIN["events"][:-1], {**PLAIN["events"][-1], **change}]
        assert "events.told: " in fault(events=events)
        assert says in fault(events=events)

    def test_is_refused_with_all_its_faults_at_once(self):
        found = fault(grain__case="nowhere", columns__told__formats=["d.m.y"])
        assert len(found.splitlines()) >= 2

    def test_has_events_only_where_rows_are_parts_of_cases(self):
        assert "rows that are counts tell no events" in fault(grain__row="count")


class TestAFileOfAProfile:
    def test_is_the_same_in_json_as_in_toml(self, tmp_path: Path):
        shipped = shipped_profile("larkspur-crimes")
        path = tmp_path / "ours.json"
        path.write_text(json.dumps(msgspec.to_builtins(shipped)), encoding="utf-8")
        assert read_profile(path) == shipped

    def test_that_is_no_toml_says_where(self, tmp_path: Path):
        path = tmp_path / "ours.toml"
        path.write_text("name = ", encoding="utf-8")
        with pytest.raises(
            UnusableProfile, match=r"ours\.toml is no TOML or JSON: .*end of document"
        ):
            read_profile(path)

    def test_that_is_not_utf_8_says_so(self, tmp_path: Path):
        path = tmp_path / "ours.toml"
        path.write_bytes(b"title = '\xff'")
        with pytest.raises(UnusableProfile, match="not written in UTF-8"):
            read_profile(path)

    def test_of_something_else_is_refused(self):
        with pytest.raises(UnusableProfile):
            profile_from([1, 2], "list")

"""What differs is said in words, with no more than the viewer may read."""

from __future__ import annotations

import pytest

from answerable_site.intake import presenters
from answerable_site.intake.presenters.differing import NOT_SHOWN
from answerable_site.intake.rules import Change, Compared, Differing

DECIDED = {
    "kind": "decision",
    "on": "2024-03-10",
    "maker": "police",
    "made": "no_further_action",
    "outcome": "16",
}
LATER = {**DECIDED, "on": "2024-03-09"}
TOLD = {
    "kind": "told",
    "on": "2024-03-11",
    "victim": 1,
    "method": "telephone",
    "teller": "investigator",
    "decision": 2,
    "explained": True,
    "support_offered": True,
}
RESTRICTED = {
    "kind": "characteristic_recorded",
    "on": "2024-03-11",
    "victim": 1,
    "characteristic": "gender_reassignment",
    "state": "not_asked",
}


def difference(*told: Differing, references=None, sees_restricted: bool = True):
    return presenters.shown_differing(
        told, {7: ["12A/1"]} if references is None else references, sees_restricted=sees_restricted
    )


def shown(one: Differing, references=None, *, sees_restricted: bool = True):
    (found,) = difference(one, references=references, sees_restricted=sees_restricted).events
    return found


def changed(before, after, **more) -> Differing:
    return Differing(change=Change.CHANGED, case=7, before=before, after=after, **more)


class TestAChange:
    def test_shows_the_facts_that_differ_alone(self):
        assert shown(changed(DECIDED, LATER)).facts == (("Day", "10 March 2024", "9 March 2024"),)

    def test_of_a_fact_that_was_not_told_has_nothing_before(self):
        without = {name: value for name, value in DECIDED.items() if name != "outcome"}
        ((_, before, now),) = shown(changed(without, DECIDED)).facts
        assert (before, now != "") == ("", True)

    def test_names_the_event_that_it_is_about(self):
        one = Differing(change=Change.NEW, case=7, after=TOLD, named={2: DECIDED})
        answers = [now for _, _, now in shown(one).facts]
        assert any("10 March 2024" in answer for answer in answers)


class TestWhatIsNew:
    def test_shows_every_fact_and_nothing_before(self):
        facts = shown(Differing(change=Change.NEW, case=7, after=DECIDED)).facts
        assert {before for _, before, _ in facts} == {""}
        assert ("Day", "", "10 March 2024") in facts


class TestWhatIsToldNoLonger:
    def test_shows_what_it_was(self):
        one = Differing(change=Change.NO_LONGER_TOLD, case=7, before=DECIDED)
        assert ("Day", "10 March 2024", "") in shown(one).facts


class TestReferences:
    def test_are_those_of_the_case_that_the_viewer_reads(self):
        assert shown(changed(DECIDED, LATER)).references == ("12A/1",)

    def test_are_none_where_none_is_theirs(self):
        found = shown(changed(DECIDED, LATER), {7: []})
        assert (found.case_id, found.references) == (7, ())

    def test_of_a_new_case_are_as_the_source_writes_them(self):
        one = Differing(change=Change.NEW, case=None, reference="X/002", after=DECIDED)
        assert shown(one).references == ("X/002",)


class TestACaseOfWhichTheViewerMayNotKnow:
    def test_is_counted_alone(self):
        found = difference(changed(DECIDED, LATER), references={})
        assert (found.events, found.left_out) == ((), 1)
        assert found.remark == "1 event of a case that you may not see is left out here."

    def test_leaves_the_others_where_they_are(self):
        theirs = changed(DECIDED, LATER)
        other = Differing(change=Change.NEW, case=8, after=DECIDED)
        new = Differing(change=Change.NEW, case=None, after=DECIDED)
        found = difference(other, theirs, other, new)
        assert [one.case_id for one in found.events] == [7, None]
        assert found.remark == "2 events of cases that you may not see are left out here."

    def test_is_not_spoken_of_where_there_is_none(self):
        assert difference(changed(DECIDED, LATER)).remark == ""


class TestACharacteristicThatOnlyNamedRolesRead:
    @pytest.mark.parametrize("side", ["before", "after"])
    def test_is_hidden_with_its_facts(self, side):
        one = Differing(change=Change.NEW, case=7, **{side: RESTRICTED})
        found = shown(one, sees_restricted=False)
        assert (found.title, found.facts) == (NOT_SHOWN, ())

    def test_is_shown_to_those(self):
        one = Differing(change=Change.NEW, case=7, after=RESTRICTED)
        assert shown(one).title != NOT_SHOWN


class TestCounts:
    def test_come_with_most_changes_first(self):
        found = presenters.differing_counts(
            [Compared(kind="told", new=1), Compared(kind="decision", changed=2, unchanged=5)]
        )
        assert [kind[1:] for kind in found.kinds] == [(0, 2, 0, 5), (1, 0, 0, 0)]
        assert found.differing == 3


class TestTheFile:
    def test_has_a_row_for_each_fact(self):
        rows = list(presenters.differing_rows([difference(changed(DECIDED, LATER))]))
        assert rows[1][:3] == ("Changed", 7, "12A/1")
        assert rows[1][-2:] == ("10 March 2024", "9 March 2024")
        assert len(rows) == 2

    def test_has_a_row_for_what_is_hidden(self):
        one = difference(changed(RESTRICTED, RESTRICTED), sees_restricted=False)
        assert len(list(presenters.differing_rows([one]))) == 2

    def test_ends_with_how_many_are_left_out_of_all_its_pieces(self):
        piece = difference(changed(DECIDED, LATER), references={})
        _, *rows = presenters.differing_rows([piece, piece])
        ((remark, *rest),) = rows
        assert remark == "2 events of cases that you may not see are left out here."
        assert set(rest) == {""}

from __future__ import annotations

from datetime import date

import pytest

from answerable_site.followup.rules.tracker import (
    Blank,
    Column,
    Facts,
    Known,
    KnownCommitment,
    KnownInspection,
    KnownPerson,
    KnownRecommendation,
    Mapping,
    Outcome,
    columns_of,
    planned,
    rows_of,
)

TODAY = date(2026, 6, 15)
FORCE = 7
LIMBS = ((31, "a", "Of bags"),)
KNOWN = Known(
    organisations={FORCE: "Wexmoor Constabulary", 8: "CPS Wexmoor Area"},
    people={FORCE: [KnownPerson(1, "Ann Owner", "ann@example.org"),
                    KnownPerson(2, "Bo Twin", "bo@example.org"),
                    KnownPerson(3, "Bo Twin", "bo2@example.org")]},
    inspections=(KnownInspection(5, "Lost property", date(2026, 1, 5), is_kept_here=True),),
    recommendations=(
        KnownRecommendation(11, 5, "recommendation", "1", "Label bags.", date(2026, 9, 30)),
        KnownRecommendation(12, 5, "area_for_improvement", "AFI 1", "Count bags.", None),
        KnownRecommendation(13, 5, "recommendation", "3", "Keep a list.", None, LIMBS),
    ),
)  # fmt: skip
HEADINGS = (
    *("Ref", "Report", "Rec no", "Type", "Recommendation", "Sub-point", "Organisation"),
    *("Force status", "Recommendation completion date", "Action", "Action no", "Owner"),
    *("Due date", "Revised date", "Status", "Completion date"),
)


def plan(*rows: dict[str, str], known: Known = KNOWN, **choices):
    mapping = Mapping(organisation_id=FORCE, **choices)
    table = [HEADINGS, *([told.get(heading, "") for heading in HEADINGS] for told in rows)]
    read = rows_of(table, columns_of(table, mapping), mapping, today=TODAY)
    return planned(read, known, mapping, as_at=TODAY)


def told(number: str = "3", **more: str) -> dict[str, str]:
    cells = {name.replace("_", " "): value for name, value in more.items()}
    return {"Report": "Lost property", "Rec no": number} | cells


def problems(found) -> list[str]:
    return [problem.sentence for row in found.rows for problem in row.problems]


class TestFindingTheRecommendation:
    @pytest.mark.parametrize("number", ["3", "Rec 3", "Recommendation 3", "R3.", "no. 3"])
    def test_is_by_report_and_number_however_it_is_written(self, number):
        (row,) = plan(told(number)).rows
        assert row.about == "“Lost property”, recommendation 3"

    def test_is_by_text_whatever_its_signs(self):
        (row,) = plan({"Recommendation": " keep a LIST "}).rows
        assert row.about == "“Lost property”, recommendation 3"

    def test_asks_where_two_could_be_meant(self):
        assert "could be about 2 recommendations" in problems(plan(told("1")))[0]
        (row,) = plan(told("1", Type="AFI")).rows
        assert row.about.endswith("AFI 1")

    def test_takes_the_row_above_only_where_somebody_said_so(self):
        rows = (told(Action="One"), {"Action": "Two"})
        assert "If it means the one above" in problems(plan(*rows))[0]
        above = dict.fromkeys((Column.INSPECTION, Column.NUMBER), Blank.AS_ABOVE)
        assert plan(*rows, blanks=above).counts == {Outcome.ADDED: 2}

    def test_finds_a_sub_point_by_its_letter(self):
        assert plan(told(**{"Sub-point": "(a)"})).commitments[0].limb_id == 31
        assert "is no sub-point" in problems(plan(told(**{"Sub-point": "z"})))[0]

    def test_enters_what_is_missing_once_for_all_its_rows(self):
        rows = (
            told("9", Recommendation="New.", Action="One"),
            told("9", Recommendation="New.", Action="Two"),
        )
        found = plan(*rows, enters_missing=True)
        assert found.counts == {Outcome.ADDED: 2}
        assert len(found.commitments) == 1

    def test_refuses_one_reference_for_two_commitments(self):
        found = plan(told("3", Ref="W1"), told("1", Type="AFI", Ref="w1"))
        assert "gives this reference to another commitment" in problems(found)[0]


class TestRowsAboutOneThing:
    def test_must_agree_whatever_their_order(self):
        rows = [
            told(Force_status="On track", Action="One"),
            told(Force_status="At risk", Action="Two"),
        ]
        for order in (rows, rows[::-1]):
            assert plan(*order).counts == {Outcome.REFUSED: 2}

    def test_may_tell_of_an_action_once_for_each_commitment(self):
        shared = plan(
            told(Action="One", Action_no="A1"), told("1", Type="AFI", Action="One", Action_no="A1")
        )
        assert shared.counts == {Outcome.ADDED: 2}
        (action,) = shared.actions
        assert action.serves == [0, 1]
        assert plan(told(Action="One"), told(Action="One")).counts == {Outcome.REFUSED: 2}


class TestOwners:
    @pytest.mark.parametrize("words", ["Ann Owner", "ANN@example.org", "ann  owner"])
    def test_are_found_by_name_or_address(self, words):
        (action,) = plan(told(Action="One", Owner=words)).actions
        assert action.moves.owner_id == 1

    def test_are_never_guessed(self):
        (action,) = plan(told(Action="One", Owner="Bo Twin")).actions
        assert action.moves.owner_id is None
        assert "is 2 people" in action.moves.notes[0]
        assert action.moves.updates[0].words == "Owner in the tracker: Bo Twin"


class TestDates:
    def held(self, *, is_closed: bool = False) -> Known:
        first = Facts(None, date(2026, 9, 1), date(2026, 10, 1), 1, None, None, frozenset())
        commitment = KnownCommitment(
            50, 13, None, FORCE, "W1", "Keep a list.", "", "", "", is_closed=is_closed, facts=first
        )
        return Known(
            KNOWN.organisations,
            KNOWN.people,
            KNOWN.inspections,
            KNOWN.recommendations,
            (commitment,),
        )

    def test_take_that_of_the_recommendation_where_none_is_told(self):
        moves = plan(told("1", Type="Recommendation")).commitments[0].moves
        assert [(one.number, one.on, one.whose.value) for one in moves.targets] == [
            (0, date(2026, 9, 30), "inspectorate")
        ]

    def test_need_an_original_beside_a_revised_one(self):
        assert (
            "stands beside no original"
            in problems(plan(told(Action="One", Revised_date="1/9/2026")))[0]
        )

    def test_that_are_held_stay_and_another_is_appended(self):
        table = [["Ref", "Rec no", "Original date"], ["W1", "3", "1/11/2026"]]
        mapping = Mapping(organisation_id=FORCE)
        read = rows_of(table, columns_of(table, mapping), mapping, today=TODAY)
        (commitment,) = planned(read, self.held(), mapping, as_at=TODAY).commitments
        assert [(one.number, one.on) for one in commitment.moves.targets] == [
            (2, date(2026, 11, 1))
        ]
        assert "is held as 1 September 2026 and stays so" in commitment.moves.notes[0]

    @pytest.mark.parametrize(
        ("heading", "value"),
        [("Original date", "1/11/2026"), ("Latest update", "Gone on"), ("Action", "Start again")],
    )
    def test_of_what_is_closed_change_no_more_than_its_updates_or_actions(self, heading, value):
        table = [["Ref", "Rec no", heading], ["W1", "3", value]]
        mapping = Mapping(organisation_id=FORCE)
        read = rows_of(table, columns_of(table, mapping), mapping, today=TODAY)
        found = planned(read, self.held(is_closed=True), mapping, as_at=TODAY)
        assert problems(found) == ["This is closed. Reopen it first, with a reason."]


class TestStates:
    def test_of_something_done_say_since_when(self):
        (action,) = plan(told(Action="One", Status="Complete", Completion_date="1/6/2026")).actions
        assert (action.state, action.done_on) == ("done", date(2026, 6, 1))
        (undated,) = plan(told(Action="One", Status="Complete")).actions
        assert undated.done_on == TODAY
        assert "No day of completion is told" in undated.moves.notes[0]

    def test_that_contradict_a_day_of_completion_are_refused(self):
        found = plan(told(Action="One", Status="Ongoing", Completion_date="1/6/2026"))
        assert "is said to be “In progress”" in problems(found)[0]

    def test_that_nobody_knows_are_asked_for(self):
        (row,) = plan(told(Action="One", Status="Parked")).rows
        assert row.problems[0].word == "Parked"
        said = {Column.ACTION_STATE: {"parked": "cancelled"}}
        assert plan(told(Action="One", Status="Parked"), words=said).actions[0].state == "cancelled"

    def test_in_the_future_are_refused(self):
        found = plan(told(Action="One", Completion_date="16/6/2026"))
        assert "is in the future" in problems(found)[0]


class TestPlan:
    def test_has_one_digest_for_one_outcome(self):
        one, other = plan(told(Action="One")), plan(told(Action="One"))
        assert one.digest == other.digest != plan(told(Action="Two")).digest

    def test_of_nothing_loads_nothing(self):
        assert not plan().may_be_loaded

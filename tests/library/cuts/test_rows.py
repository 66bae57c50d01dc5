"""A case file as rows: what stands, what is left out, and what had happened by the as-of date."""

from __future__ import annotations

from datetime import UTC, date, datetime

from answerable.cuts.rows import case_rows
from answerable.cuts.tables import GIVEN
from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.characteristics import CharacteristicRecorded
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.decision import Decision, Maker, OutcomeRecorded, What
from answerable.records.kinds.plan import ItemMoved, ItemSet, Plan
from answerable.records.kinds.telling import Method, Teller, Told

DAY, LATER, AS_OF = date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 31)
DAY_NUMBER = 20_514


def recorded(number, event, *, replaces=None, why="", at=None):
    at = at or datetime(2026, 3, 2, 12, tzinfo=UTC)
    return Recorded(
        number=number,
        event=event,
        recorded_at=at,
        side=Side.POLICE,
        replaces=replaces,
        why_in_breach=why,
    )


def rows(*events, organisations=None, as_of=AS_OF):
    """The rows of a case by table, each by column."""
    found = {}
    for name, row in case_rows(CaseFile(7, DAY, events), organisations or {}, as_of):
        found.setdefault(name, []).append(dict(zip(GIVEN[name].names, row, strict=True)))
    return found


def outcome(code, on=DAY):
    return OutcomeRecorded(on=on, outcome=code, maker=Maker.POLICE)


def decision(on=DAY):
    return Decision(on=on, maker=Maker.CPS, made=What.NO_FURTHER_ACTION, suspects=(2, 1, 2))


def told(number):
    return Told(
        on=LATER,
        victim=1,
        decision=number,
        method=Method.LETTER,
        teller=Teller.SUPERVISOR,
        explained=True,
        support_offered=False,
        told_at=datetime(2026, 3, 9, 14, 30, tzinfo=UTC),
    )


class TestACase:
    def test_is_there_without_events(self):
        assert rows() == {"cases": [{"case_number": 7, "reported_on": DAY_NUMBER}]}

    def test_is_left_out_if_it_was_reported_later(self):
        assert rows(as_of=date(2026, 3, 1)) == {}

    def test_belongs_to_its_organisations(self):
        found = rows(organisations={"force": 3, "cps_area": 52})["groupings"]
        assert [(row["grouping"], row["organisation"]) for row in found] == [
            ("force", 3),
            ("cps_area", 52),
        ]


class TestAnEvent:
    def test_leaves_of_words_their_length_and_of_moments_nothing(self):
        one = decision()
        row = rows(recorded(1, one, why="It was late."))["event_decision"][0]
        assert row["breach_reason_length"] == len("It was late.")
        assert row["rationale_length"] == 0
        assert "decided_at" not in row

    def test_that_names_several_has_a_row_for_each_once(self):
        found = rows(recorded(1, decision()))["event_decision_suspects"]
        assert [row["suspect"] for row in found] == [2, 1]

    def test_was_recorded_on_the_day_in_london(self):
        late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
        row = rows(recorded(1, outcome("15"), at=late))["event_outcome_recorded"][0]
        assert row["recorded_on"] == DAY_NUMBER + 122

    def test_that_happened_after_the_as_of_date_is_left_out(self):
        assert "event_told" not in rows(recorded(1, decision()), recorded(2, told(1)), as_of=DAY)

    def test_keeps_a_code_with_its_local_suffix(self):
        assert rows(recorded(1, outcome("1A")))["event_outcome_recorded"][0]["outcome"] == "1A"

    def test_keeps_no_text_that_is_no_code(self):
        for text in ("0", "", "see Ann Example"):
            row = rows(recorded(1, outcome(text)))["event_outcome_recorded"][0]
            assert row["outcome"] == "not_in_list"


class TestACharacteristic:
    def answer(self, characteristic, value, code_list):
        one = CharacteristicRecorded(
            on=DAY,
            victim=1,
            characteristic=characteristic,
            state="recorded",
            value=value,
            code_list=code_list,
        )
        row = rows(recorded(1, one))["event_characteristic_recorded"][0]
        return row["state"], row["value"], row["code_list"]

    def test_keeps_its_value_and_list(self):
        assert self.answer("sex", "female", "sex_harmonised") == (
            "recorded",
            "female",
            "sex_harmonised",
        )

    def test_that_is_restricted_keeps_its_state_alone(self):
        found = self.answer("gender_reassignment", "yes", "gender_reassignment_2010")
        assert found == ("recorded", None, None)

    def test_keeps_no_value_that_is_none_of_its_list(self):
        assert self.answer("sex", "yes", "sex_harmonised")[1] == "not_in_list"


class TestWhatWasPutRight:
    def test_stands_in_the_place_of_what_was_wrong(self):
        found = rows(recorded(1, outcome("15")), recorded(2, outcome("16"), replaces=1))
        assert [row["outcome"] for row in found["event_outcome_recorded"]] == ["16"]
        assert found["corrections"] == [
            {
                "case_number": 7,
                "event_number": 2,
                "kind": "outcome_recorded",
                "happened_on": DAY_NUMBER,
                "recorded_on": DAY_NUMBER,
                "replaced": 1,
                "replaced_kind": "outcome_recorded",
                "replaced_happened_on": DAY_NUMBER,
                "replaced_recorded_on": DAY_NUMBER,
            }
        ]

    def test_is_what_others_name(self):
        found = rows(
            recorded(1, decision()),
            recorded(2, told(1)),
            recorded(3, decision(LATER), replaces=1),
        )
        assert found["event_told"][0]["decision"] == 3

    def test_leaves_nothing_to_name_if_it_was_an_error(self):
        error = RecordedInError(on=LATER, reason="Of another case.")
        found = rows(recorded(1, decision()), recorded(2, told(1)), recorded(3, error, replaces=1))
        assert "event_decision" not in found
        assert found["event_told"][0]["decision"] is None

    def test_does_not_put_a_target_day_back(self):
        def item(target):
            return ItemSet(on=DAY, plan=Plan.ACTION, asked="The phone.", target_on=target)

        found = rows(
            recorded(1, item(DAY)),
            recorded(2, item(LATER), replaces=1),
            recorded(3, ItemMoved(on=LATER, item=1, target_on=AS_OF, reason="Waiting.")),
        )
        row = found["event_item_set"][0]
        assert (row["target_on"], row["first_target_on"]) == (DAY_NUMBER + 7, DAY_NUMBER)
        assert found["event_item_moved"][0]["item"] == 2

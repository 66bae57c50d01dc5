from __future__ import annotations

from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories_followup, factories_trackers
from tests.factories_trackers import load, mapping_of, plan

from answerable_site.audit.models import AuditEntry
from answerable_site.followup import operations
from answerable_site.followup.models import (
    Action,
    Commitment,
    ProgressUpdate,
    TargetDate,
    TrackerImport,
    TrackerMapping,
)
from answerable_site.followup.operations import loading
from answerable_site.followup.rules import tracker
from answerable_site.people.access import Refused
from answerable_site.register.models import Inspection, Recommendation

HEADINGS = (
    *("Ref", "Report", "Rec no", "Recommendation", "Report published", "Force status"),
    *("Action no", "Action", "Owner", "Due date", "Revised date", "Status", "Completion date"),
    *("RAG", "Update"),
)


@pytest.fixture
def followed(db):
    return factories_followup.followed_up()


def row(followed, **told):
    """A row about the second recommendation of the report, which nobody follows up yet."""
    first = {"Report": followed.inspection.title, "Rec no": followed.recommendations[1].number}
    cells = first | {name.replace("_", " "): value for name, value in told.items()}
    return [cells.get(heading, "") for heading in HEADINGS]


def table(*rows):
    return [HEADINGS, *rows]


def targets(thing):
    return [(one.number, one.on, one.reason) for one in thing.targets.order_by("number")]


class TestLoadTracker:
    def test_begins_commitments_and_actions_with_their_history(self, followed):
        load(
            followed,
            table(
                row(
                    followed, Ref="W1", Force_status="On track", Action_no="A1",
                    Action="Brief supervisors", Owner="Wexmoor Owner", Due_date="30/9/2026",
                    Revised_date="31 October 2026", Status="Ongoing", RAG="Amber",
                    Update="Two of five",
                )
            ),
        )  # fmt: skip
        begun = Commitment.objects.get(reference="W1")
        assert begun.recommendation == followed.recommendations[1]
        assert begun.own_statements.get().view == begun.own_view == "on_track"
        action = begun.actions.get()
        assert (action.reference, action.owner, action.state) == (
            "A1",
            followed.owner,
            "in_progress",
        )
        assert (action.original_on, action.target_on) == (date(2026, 9, 30), date(2026, 10, 31))
        assert targets(action) == [
            (0, date(2026, 9, 30), ""),
            (1, date(2026, 10, 31), "As imported from the tracker"),
        ]
        said = action.updates.get()
        assert (said.words, said.rating, said.state) == ("Two of five", "amber", "in_progress")
        assert action.ownerships.get().owner == followed.owner

    def test_of_the_same_rows_again_changes_nothing(self, followed):
        rows = table(
            row(followed, Ref="W1", Action_no="A1", Action="One", Due_date="1/9/2026", RAG="Red"),
            row(followed, Action="Two", Owner="Nobody Known", Status="Complete", Update="Done"),
        )
        load(followed, rows)
        again = plan(followed, rows)
        assert again.counts == {tracker.Outcome.UNCHANGED: 2}
        with pytest.raises(operations.NothingToLoad):
            load(followed, rows)

    def test_appends_a_corrected_date_and_keeps_the_original(self, followed):
        for due in ("1/9/2026", "1/10/2026", "1/10/2026"):
            rows = table(row(followed, Action_no="A1", Action="One", Due_date=due))
            if plan(followed, rows).may_be_loaded:
                load(followed, rows)
        action = Action.objects.get()
        assert (action.original_on, action.target_on) == (date(2026, 9, 1), date(2026, 10, 1))
        assert [number for number, _, _ in targets(action)] == [0, 1]

    def test_updates_by_reference(self, followed):
        load(followed, table(row(followed, Ref="W1", Action_no="A1", Action="Brief all")))
        load(followed, table(row(followed, Ref="W1", Action_no="A1", Action="Brief everybody")))
        assert Action.objects.get().title == "Brief everybody"

    def test_keeps_an_unknown_owner_as_words_and_says_so(self, followed):
        rows = table(row(followed, Action="One", Owner="DCI Nobody"))
        (told,) = plan(followed, rows).rows
        assert any("“DCI Nobody” is nobody" in note for note in told.notes)
        load(followed, rows)
        action = Action.objects.get()
        assert action.owner is None
        assert action.updates.get().words == "Owner in the tracker: DCI Nobody"

    def test_enters_what_the_register_does_not_hold_where_somebody_chose_so(self, followed):
        rows = table(
            [
                *("W9", "Guard dogs", "4", "The force should count its dogs.", "1/2/2026", ""),
                *("", "Count the dogs", "", "1/9/2026", "", "", "", "", ""),
            ]
        )
        (refused,) = plan(followed, rows).rows
        assert "The register does not hold this recommendation" in refused.problems[0].sentence
        load(followed, rows, mapping=mapping_of(followed, enters_missing=True))
        entered = Recommendation.objects.get(inspection__title="Guard dogs")
        assert (entered.number, entered.text) == ("4", "The force should count its dogs.")
        assert entered.inspection.kept_by == followed.office.body
        assert Commitment.objects.get(reference="W9").recommendation == entered

    def test_leaves_one_entry_of_its_own(self, followed):
        loaded = load(followed, table(row(followed, Action="One"), row(followed, Action="Two")))
        entry = AuditEntry.objects.get(act="followup.load_tracker")
        assert (entry.subject, entry.details["rows"]) == (f"followup.trackerimport:{loaded.pk}", 2)

    def test_refuses_the_whole_where_one_row_is_wrong(self, followed):
        rows = table(row(followed, Action="One"), row(followed, Action="Two", Due_date="soon"))
        with pytest.raises(operations.NothingToLoad):
            load(followed, rows)
        assert not Action.objects.exists()

    def test_refuses_what_was_not_shown(self, followed):
        with pytest.raises(operations.PlanChanged):
            load(followed, table(row(followed, Action="One")), digest="0" * 64)

    def test_is_for_response_officers_of_the_body(self, followed):
        with pytest.raises(Refused):
            load(followed, table(row(followed, Action="One")), role="holder")

    def test_asks_the_database_as_often_for_many_rows(self, followed):
        asked = []
        for count in (5, 40):
            rows = table(
                *(row(followed, Action_no=f"{count}-{n}", Action=f"Do {n}") for n in range(count))
            )
            with CaptureQueriesContext(connection) as sent:
                load(followed, rows)
            asked.append(len(sent))
        assert asked[1] <= asked[0]

    @settings(
        max_examples=15,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(breaks_after=st.integers(0, 6), actions=st.integers(1, 4))
    def test_that_breaks_off_anywhere_leaves_nothing(self, followed, breaks_after, actions):
        rows = table(
            *(
                row(followed, Action=f"Do {n}", Due_date="1/9/2026", RAG="Red")
                for n in range(actions)
            )
        )
        with transaction.atomic():
            before = held()
            with pytest.MonkeyPatch.context() as broken:
                breaking(broken, breaks_after)
                with pytest.raises(Broken):
                    load(followed, rows)
            assert held() == before
            load(followed, rows)
            assert Action.objects.count() == actions
            transaction.set_rollback(True)


class Broken(Exception):
    """The process ended here."""


def breaking(broken, after: int) -> None:
    """Let the loading break off at one of its statements."""
    left = [after]
    insert, record = loading._insert, operations.trackers.record

    def count(act):
        def counted(*arguments, **named):
            if left[0] == 0:
                raise Broken
            left[0] -= 1
            return act(*arguments, **named)

        return counted

    def at_the_end(**named):
        if named["act"] == "followup.load_tracker":
            raise Broken
        return record(**named)

    broken.setattr(loading, "_insert", count(insert))
    broken.setattr(operations.trackers, "record", at_the_end)


def held() -> tuple[int, ...]:
    tables = (Action, Commitment, TargetDate, ProgressUpdate, TrackerImport, Inspection)
    return tuple(one.objects.count() for one in tables)


class TestKeepMapping:
    def keep(self, followed, name="Ours", **more):
        return operations.keep_mapping(
            by=followed.viewer("officer"),
            at=factories_trackers.AT,
            body=followed.office.body,
            name=name,
            mapping=mapping_of(followed, **more),
        )

    def test_keeps_what_is_the_same_once(self, followed):
        assert self.keep(followed) == self.keep(followed)
        changed = self.keep(followed, enters_missing=True)
        assert TrackerMapping.objects.filter(name="Ours").count() == 2
        assert tracker.Mapping.from_json(changed.told).enters_missing

    def test_needs_a_name(self, followed):
        with pytest.raises(operations.MappingUnnamed):
            self.keep(followed, name="  ")

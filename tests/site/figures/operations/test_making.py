"""What a cut holds is what the record says, and nothing that leads to anybody."""

from __future__ import annotations

import shutil
from datetime import date

import duckdb
import pytest
from django.db.models import Exists, OuterRef
from tests import (
    factories,
    factories_cases,
    factories_cuts,
    factories_followup,
    factories_limits,
    factories_loads,
    factories_training,
)
from tests.factories_cuts import AT, made
from tests.library.cuts import caseloads, written
from tests.library.cuts.caseloads import caseload
from tests.reference import slow_spine

from answerable.cuts.built import FROM_EVENTS
from answerable.cuts.listed import day_number
from answerable.cuts.rows import rows_of
from answerable.cuts.write import write_cut
from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, Maker, What
from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import Case, CaseEvent, CaseReference
from answerable_site.figures import folders, operations, queries
from answerable_site.figures.models import DataCut
from answerable_site.figures.operations import making
from answerable_site.people.access import Refused
from answerable_site.people.rules import OrganisationKind, Role
from answerable_site.training import operations as operations_of_training
from answerable_site.training.rules import Outcome

pytestmark = pytest.mark.django_db
AS_OF = caseloads.AS_OF


def folder(cut: DataCut):
    return folders.place_of(cut.name)


def numbered(county, cases):
    """Cases as they stand in a cut: under its numbers, with the organisations of the site."""
    given = factories_cuts.kept(county, cases)
    factories_cuts.asked(county.force, as_of=AS_OF)
    numbers = queries.numbers_for(county.force.pk)
    renamed = [
        (
            CaseFile(numbers.of(given[file.case]), file.reported_on, file.recorded),
            {"force": county.force.pk}
            | ({"cps_area": county.area.pk} if "cps_area" in organisations else {}),
        )
        for file, organisations in cases
    ]
    return sorted(renamed, key=lambda pair: pair[0].case)


class TestWhatACutHolds:
    @pytest.mark.parametrize("seed", [1, 2, 3])
    def test_is_to_the_byte_what_the_library_writes_of_the_same_cases(self, county, tmp_path, seed):
        cases = numbered(county, caseload(seed))
        cut = made(county.force, as_of=AS_OF)
        write_cut(tmp_path / "same", rows_of(cases, AS_OF), as_of=AS_OF)
        assert written.bytes_of(folder(cut)) == written.bytes_of(tmp_path / "same")

    @pytest.mark.parametrize("seed", [4, 5])
    def test_is_what_plain_loops_over_the_cases_find(self, county, seed):
        cases = numbered(county, caseload(seed))
        cut = made(county.force, as_of=AS_OF)
        files = [file for file, _ in cases]
        assert written.tables_in(folder(cut), FROM_EVENTS) == {
            "spine": [slow_spine.spine(file, groups, AS_OF) for file, groups in cases],
            "victims": [row for file in files for row in slow_spine.victims(file, AS_OF)],
            "suspects": [row for file in files for row in slow_spine.suspects(file, AS_OF)],
            "items": [row for file in files for row in slow_spine.items(file, AS_OF)],
        }

    def test_is_every_event_that_stands_in_the_database(self, county):
        factories_cuts.kept(county, caseload(6))
        cut = made(county.force, as_of=AS_OF)
        replaced = CaseEvent.objects.filter(case=OuterRef("case"), replaces=OuterRef("number"))
        standing = CaseEvent.objects.filter(
            ~Exists(replaced), happened_on__lte=AS_OF, case__reported_on__lte=AS_OF
        ).exclude(kind="recorded_in_error")
        assert cut.events == standing.count() > 20

    def test_is_written_again_as_the_same_bytes(self, county):
        factories_cuts.kept(county, caseload(7))
        first, second = (made(county.force, as_of=AS_OF) for _ in range(2))
        assert first.name != second.name
        assert written.bytes_of(folder(first)) == written.bytes_of(folder(second))

    def test_has_no_case_that_was_reported_later(self, county):
        assert made(county.force, as_of=AS_OF).cases == 0

    def test_has_no_case_of_another_force(self, county):
        factories_cases.county("Sallowfen", reference="9/26")
        assert made(county.force).cases == 1

    def test_comes_from_loads_that_nobody_undid(self, county):
        crimes = factories_loads.source(county)
        kept = factories_loads.load(county, crimes, [factories_loads.REPORTED])
        again = [{**factories_loads.REPORTED, "ref": "X/002"}]
        factories_loads.undo(county, factories_loads.load(county, crimes, again))
        (receipt,) = made(county.force).manifest["receipts"]
        assert receipt == {
            "source": "plain",
            "sha256": kept.sha256,
            "rows": 1,
            "profile": "plain, version 1",
        }

    def test_names_whose_own_limits_count(self, county):
        factories_cases.shared(county, county.area)
        factories_limits.confirmed(
            factories_limits.administrators_of(county.force), code="tell_victim", count=3
        )
        factories_limits.confirmed(
            factories_limits.administrators_of(county.area), code="charging_decision_28", count=20
        )
        rows = written.rows_in(folder(made(county.force)), "limits")
        own = {(one["organisation"], one["code"], one["count"]) for one in rows}
        assert {one for one in own if one[0]} == {
            (county.force.pk, "tell_victim", 3),
            (county.area.pk, "charging_decision_28", 20),
        }

    def test_has_no_limit_of_an_area_that_works_on_none_of_its_cases(self, county):
        factories_limits.confirmed(
            factories_limits.administrators_of(county.area), code="charging_decision_28", count=20
        )
        rows = written.rows_in(folder(made(county.force)), "limits")
        assert not [one for one in rows if one["organisation"]]

    def test_has_the_area_with_which_a_case_was_shared_last(self, county):
        other = factories.organisation("CPS Sallowfen", OrganisationKind.CPS_AREA, "")
        factories_cases.shared(county, other, county.area)
        (spine,) = written.rows_in(folder(made(county.force)), "spine")
        assert (spine["force"], spine["cps_area"]) == (county.force.pk, county.area.pk)


@pytest.fixture
def school(county):
    """The investigators of the force, one of whom is in post and has passed."""
    trainer = factories.person("Orsolya Trainer", (county.force, Role.TRAINING_COORDINATOR))
    learner = factories.person("Zephyrine Learner", (county.force, Role.INVESTIGATOR))
    found = factories_training.School(county.force, trainer, learner)
    operations_of_training.add_counting(
        **found.about, version=found.version, new=found.counts(source="Circular of Zephyrine")
    )
    found.posted()
    found.result(Outcome.PASSED)
    return found


class TestTheForceItself:
    def test_has_its_investigators_in_post_at_each_month_end(self, county, school):
        rows = written.rows_in(folder(made(county.force)), "in_post")
        assert {row["force"] for row in rows} == {county.force.pk}
        assert [row["qualification"] for row in rows[-4:]] == ["no_course", *["qualified"] * 3]
        assert rows[-1]["month_end_on"] == day_number(factories_cuts.AS_OF)
        assert rows[0]["month_end_on"] == day_number(date(2020, 1, 31))

    def test_has_the_reviews_of_its_pathway(self, county):
        body = factories.organisation(
            "Office for Wexmoor", OrganisationKind.LOCAL_POLICING_BODY, "", county.force
        )
        officer = factories.person("Wexmoor Officer", (body, Role.RESPONSE_OFFICER))
        held, due = date(2026, 4, 10), date(2026, 10, 10)
        factories_followup.practice_review(
            body, factories.viewer(officer, on=AT.date()), held_on=held, next_due_on=due, at=AT
        )
        assert written.rows_in(folder(made(county.force)), "pathway_reviews") == [
            {
                "grouping": "force",
                "organisation": county.force.pk,
                "held_on": day_number(held),
                "next_due_on": day_number(due),
            }
        ]

    def test_has_nobody_of_another_force(self, school, county):
        other = factories_cases.county("Sallowfen", reference="9/26")
        assert written.rows_in(folder(made(other.force)), "in_post") == []


class TestWhatLeadsToSomebody:
    def test_is_in_no_file(self, county):
        factories_cases.opened(county, Role.SUPERVISOR)
        on = factories_cases.AT.date()
        factories_cases.recorded(
            county,
            Decision(on=on, maker=Maker.POLICE, made=What.REFER, rationale="Zephyrine told me."),
            role=Role.SUPERVISOR,
        )
        reference = CaseReference.objects.get()
        files = b"".join(written.bytes_of(folder(made(county.force, as_of=AT.date()))).values())
        for told in ("Zephyrine", "12A/34567/26", reference.sealed, reference.keyed_hash):
            assert told.encode() not in files

    def test_is_nothing_of_those_in_post(self, county, school):
        files = b"".join(written.bytes_of(folder(made(county.force))).values())
        for told in ("Zephyrine", "Orsolya", "Rape Team", "SSAIDP", "Training school"):
            assert told.encode() not in files

    def test_is_no_number_of_the_site(self, county):
        (case,) = written.rows_in(folder(made(county.force)), "cases")
        assert case["case_number"] != county.case.pk


class TestDecoys:
    def test_are_in_no_table(self, county):
        without = made(county.force)
        factories_cuts.kept(county, caseload(8), decoys=True)
        assert Case.objects.filter(is_decoy=True).exists()
        with_decoys = made(county.force)
        assert written.bytes_of(folder(without)) == written.bytes_of(folder(with_decoys))

    def test_bring_no_limit_of_an_area(self, county):
        cases = [(file, {"cps_area": 1}) for file, _ in caseload(8)]
        factories_cuts.kept(county, cases, decoys=True)
        factories_limits.confirmed(
            factories_limits.administrators_of(county.area), code="charging_decision_28", count=20
        )
        rows = written.rows_in(folder(made(county.force)), "limits")
        assert not [one for one in rows if one["organisation"]]


class TestTheEntry:
    def test_says_what_was_made_of_which_day_and_how_much(self, county):
        cut = made(county.force)
        entry = AuditEntry.objects.get(act="figures.make_cut")
        assert entry.actor_name == factories_cuts.viewer(county.force).name
        assert entry.kind == "combination"
        assert entry.details == {
            "force": county.force.pk,
            "name": cut.name,
            "as_of": "2026-05-31",
            "last_day": "2029-03-31",
            "cases": 1,
            "events": 0,
            "digest": cut.digest,
        }


class TestTheFiles:
    def test_are_readable_to_the_user_of_the_site_alone(self, county, cuts):
        cut = made(county.force)
        assert cuts.stat().st_mode & 0o777 == 0o700
        assert folder(cut).stat().st_mode & 0o777 == 0o700
        assert {file.stat().st_mode & 0o222 for file in folder(cut).iterdir()} == {0}

    def test_are_all_that_is_left_in_the_folder_of_cuts(self, county, cuts):
        cut = made(county.force)
        assert [one.name for one in cuts.iterdir()] == [cut.name]


class TestChanges:
    def test_are_those_since_the_latest_cut_of_no_later_day(self, county):
        first = made(county.force)
        made(county.force, as_of=AT.date())
        factories_cases.victim(county)
        cut = made(county.force)
        assert cut.compared_with == first
        assert cut.changes["cases_changed"] == 1
        assert {
            "event_victim_identified",
            "spine",
            "victims",
        } == {one["table"] for one in cut.changes["tables"]}

    def test_are_none_of_the_first(self, county):
        cut = made(county.force)
        assert (cut.compared_with, cut.changes, cut.not_compared) == (None, None, "")

    def test_are_not_told_of_a_cut_that_was_changed(self, county):
        first = made(county.force)
        spine = folder(first) / "spine.parquet"
        spine.chmod(0o600)
        spine.write_bytes(b"something else")
        cut = made(county.force)
        assert (cut.compared_with, cut.changes) == (None, None)
        assert "not whole" in cut.not_compared

    def test_are_not_told_of_a_cut_that_was_made_anew(self, county):
        first = made(county.force)
        shutil.rmtree(folder(first))
        write_cut(folder(first), rows_of([], first.as_of), as_of=first.as_of)
        cut = made(county.force)
        assert (cut.compared_with, cut.changes) == (None, None)
        assert "not whole" in cut.not_compared

    @pytest.mark.parametrize(
        "problem",
        [
            duckdb.OutOfMemoryException("Out of Memory Error"),
            OSError(28, "No space left on device"),
        ],
    )
    def test_that_cannot_be_found_out_cost_no_cut(self, county, cuts, monkeypatch, problem):
        first = made(county.force)

        def fail(*_: object) -> None:
            raise problem

        monkeypatch.setattr("answerable.cuts.compare._make_views", fail)
        cut = made(county.force)
        assert (cut.compared_with, cut.changes) == (None, None)
        assert "too little memory or room" in cut.not_compared
        assert {one.name for one in cuts.iterdir()} == {first.name, cut.name}
        assert queries.problems_with(cut) == ()

    def test_are_sorted_out_beside_the_cuts(self, county, cuts, monkeypatch):
        made(county.force)
        compare, given = making.compare_cuts, []

        def spilling(*which, spill, **more):
            given.append((spill.parent, spill.is_dir()))
            return compare(*which, spill=spill, **more)

        monkeypatch.setattr(making, "compare_cuts", spilling)
        made(county.force)
        assert given == [(cuts, True)]
        assert not list(cuts.glob(".*"))

    def test_are_not_told_of_a_cut_in_quarantine(self, county):
        factories_cuts.set_aside(made(county.force))
        assert made(county.force).compared_with is None


class TestWhoMakesIt:
    def test_must_be_an_analyst_still(self, county):
        queued = factories_cuts.asked(county.force)
        begun = operations.begin_cut(
            by=factories_cuts.viewer(county.force), at=AT, queued_id=queued.pk, step="Reading"
        )
        written_ = operations.Written.of(begun, tell=lambda *_: None, compares=lambda: None)
        with pytest.raises(Refused):
            operations.make_cut(
                by=factories_cuts.viewer(county.force, Role.FIGURE_CHECKER),
                at=AT,
                queued=begun,
                written=written_,
            )
        assert not DataCut.objects.exists()

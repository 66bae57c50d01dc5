from __future__ import annotations

from datetime import date

import pytest
from tests import factories, factories_casereviews
from tests.factories_casereviews import AT, SEED

from answerable.casereviews.drawing import draw
from answerable.casereviews.frames import Frame, UnusableFrame
from answerable.casereviews.strata import Stratum
from answerable_site.audit.models import AuditEntry
from answerable_site.casereviews import operations
from answerable_site.casereviews.rules import OutOfOrder, ProgrammeState
from answerable_site.casework import operations as casework
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role


class TestPlanProgramme:
    def test_keeps_the_questions_of_the_sets_that_were_chosen(self, reviewing):
        planned = reviewing.planned(sets=("rape-2021-05/1",), own=("Is it signed?",))
        assert [one.recommendation for one in planned.asked] == ["5"] * 4 + [""]

    def test_is_refused_to_a_supervisor_of_another_force(self, reviewing):
        other = factories_casereviews.reviewing("Sallowfen")
        with pytest.raises(Refused):
            operations.plan_programme(
                by=other.viewer(other.supervisor), at=AT, force=reviewing.force, new=None
            )

    @pytest.mark.parametrize(
        "changed", [{"own": ()}, {"reported_to": date(2025, 1, 1)}], ids=["nothing", "no day"]
    )
    def test_is_refused_where_nothing_would_be_asked(self, reviewing, changed):
        with pytest.raises(OutOfOrder):
            reviewing.planned(**changed)


class TestFreezeFrame:
    def test_writes_down_every_case_of_the_days_and_strata_with_its_hash(self, reviewing):
        frozen = reviewing.frozen(reviewing.planned())
        entries = frozen.entries.values_list("case", "stratum")
        frame = Frame.of((str(case), stratum) for case, stratum in entries)
        assert (frozen.frame_hash, frozen.population) == (frame.digest, {"open": 4})

    def test_leaves_an_entry_that_names_every_case(self, reviewing):
        reviewing.frozen(reviewing.planned())
        entry = AuditEntry.objects.get(act="casereviews.freeze_frame")
        assert (entry.kind, len(entry.records)) == ("combination", 4)

    def test_leaves_decoys_out(self, reviewing):
        auditor = factories.person("Auditor", (reviewing.force, Role.ACCESS_AUDITOR))
        casework.add_decoy(
            by=reviewing.viewer(auditor),
            at=AT,
            force=reviewing.force,
            reported_on=date(2026, 3, 2),
            reference="D/1/26",
        )
        assert reviewing.frozen(reviewing.planned()).files == 4

    def test_is_done_once(self, reviewing):
        frozen = reviewing.frozen(reviewing.planned())
        with pytest.raises(OutOfOrder):
            reviewing.frozen(frozen)

    def test_is_refused_where_no_case_could_be_drawn(self, reviewing):
        with pytest.raises(UnusableFrame):
            reviewing.frozen(reviewing.planned(strata=(Stratum.CHARGED,)))


class TestDrawSample:
    def test_is_the_draw_of_the_seed_from_the_frozen_frame(self, reviewing):
        drawn = reviewing.drawn(reviewing.planned())
        frame = Frame.of(
            (str(case), "open") for case in drawn.entries.values_list("case", flat=True)
        )
        expected = [one.reference for one in draw(frame, {"open": 2}, seed=SEED)]
        found = drawn.entries.filter(place__isnull=False).order_by("place")
        assert [str(one.case_id) for one in found] == expected
        assert sum(one.is_double for one in found) == 1

    def test_is_made_once(self, reviewing):
        drawn = reviewing.drawn(reviewing.planned())
        with pytest.raises(OutOfOrder):
            operations.draw_sample(
                **reviewing.about, programme=drawn, sizes={"open": 2}, seed="another"
            )

    def test_is_refused_once_the_frame_is_no_longer_what_was_frozen(self, reviewing):
        frozen = reviewing.frozen(reviewing.planned())
        frozen.entries.first().delete()
        with pytest.raises(OutOfOrder):
            operations.draw_sample(
                **reviewing.about, programme=frozen, sizes={"open": 2}, seed=SEED
            )


class TestNoteFrameTaken:
    def test_gives_the_text_that_was_hashed(self, reviewing):
        frozen = reviewing.frozen(reviewing.planned())
        text = operations.note_frame_taken(**reviewing.about, programme=frozen)
        assert text.startswith("answerable.casereviews-frame/1\n")
        assert text.count("\topen\n") == 4


class TestCloseProgramme:
    def test_ends_the_work_of_reviewers_on_the_cases(self, reviewing):
        programme = reviewing.drawn(reviewing.planned())
        [entry, *_] = reviewing.handed_out(programme)
        closed = operations.close_programme(
            **reviewing.about, programme=programme, words="Not needed any more."
        )
        assert closed.state is ProgrammeState.CLOSED
        assert not entry.case.assignments.running().exists()

    def test_is_refused_without_a_word(self, reviewing):
        with pytest.raises(OutOfOrder):
            operations.close_programme(**reviewing.about, programme=reviewing.planned(), words="  ")

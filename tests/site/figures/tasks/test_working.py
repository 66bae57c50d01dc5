"""Results and their protection in the background: done, or refused with a sentence."""

from __future__ import annotations

import pytest
from tests import factories_cuts, factories_figures
from tests.factories_cuts import AT, viewer

from answerable_site.figures import folders, operations, queries, tasks
from answerable_site.figures.models import ProtectedFigures, Results
from answerable_site.figures.tasks import working

pytestmark = pytest.mark.django_db


def run(results: Results) -> Results:
    tasks.work_out_waiting(results.pk, now=lambda: AT)
    results.refresh_from_db()
    return results


def protect(results: Results) -> ProtectedFigures:
    figures = operations.ask_protection(
        by=viewer(results.force), at=AT, results=results, profile="public"
    )
    tasks.protect_waiting(figures.pk, now=lambda: AT)
    figures.refresh_from_db()
    return figures


class TestResults:
    def test_are_worked_out_over_the_cut(self, county):
        results = run(factories_figures.asked(factories_cuts.made(county.force)))
        assert results.state == "made", results.refusal
        (found,) = queries.answers_of(results).each
        assert found.question.measure == "victims_told"
        assert queries.answers_of(results).cut == results.cut.digest

    def test_of_a_cut_that_was_changed_say_so_and_keep_nothing(self, county):
        results = factories_figures.asked(factories_cuts.made(county.force))
        table = next(folders.place_of(results.cut.name).glob("*.parquet"))
        table.write_bytes(b"no table")
        assert run(results).refusal == working.NOT_WHOLE
        assert results.content is None

    def test_of_a_cut_that_is_being_erased_meanwhile_say_so(self, county):
        cut = factories_cuts.without_files(by=viewer(county.force), at=AT, force=county.force)
        results = factories_figures.asked(cut)
        factories_cuts.set_aside(cut)
        assert run(results).refusal == working.ERASED

    def test_that_fail_unexpectedly_end_with_a_plain_sentence(self, county, monkeypatch):
        cut = factories_cuts.without_files(by=viewer(county.force), at=AT, force=county.force)
        results = factories_figures.asked(cut)

        def fail(_cut):
            raise ZeroDivisionError

        monkeypatch.setattr(queries, "is_set_aside", fail)
        assert run(results).refusal == working.UNEXPECTED

    def test_that_do_not_wait_are_left_alone(self, county):
        results = factories_figures.answered(county.force)
        assert run(results).state == "made"


class TestProtection:
    def test_of_results_in_which_nobody_was_asked_says_so(self, county):
        figures = protect(factories_figures.answered(county.force, {"charge": (0, 0)}))
        assert figures.refusal == f"{working.NOTHING_LEFT}Nobody was asked, so there is no figure."

    def test_keeps_what_may_be_shown_with_what_is_hidden_and_why(self, county):
        figures = protect(factories_figures.answered(county.force))
        assert [one.measure for one in queries.release_of(figures).figures] == ["victims_told"]
        assert figures.utility.figures[0].hidden["small"] == 1

    def test_shows_nothing_of_a_single_case(self, county):
        counts = {"charge": (1, 1)}
        figures = protect(factories_figures.answered(county.force, counts))
        (found,) = queries.release_of(figures).figures
        assert set(found.table.shown.values()) == {"[c]"}

    def test_is_refused_where_the_ledger_cannot_be_relied_on(self, county, monkeypatch):
        from answerable.disclosure.ledger import BrokenLedger

        def broken(_force_id):
            raise BrokenLedger("Entry 1 of the ledger was changed.")

        results = factories_figures.answered(county.force)
        monkeypatch.setattr(queries, "ledger_of", broken)
        assert protect(results).refusal == "Entry 1 of the ledger was changed."

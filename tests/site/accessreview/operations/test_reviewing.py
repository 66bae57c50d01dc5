from __future__ import annotations

import pytest
from tests import factories_looks
from tests.factories_looks import LATER, SAID

from answerable_site.accessreview import operations, queries
from answerable_site.accessreview.models import GlassReview
from answerable_site.accessreview.rules.verdicts import TooFewWords, Verdict
from answerable_site.audit.models import AuditEntry
from answerable_site.audit.rules import Processing
from answerable_site.casework.models import CaseOpening
from answerable_site.people.access import Refused

pytestmark = pytest.mark.django_db


def say(looked, by=None, *, verdict=Verdict.JUSTIFIED, words=SAID) -> GlassReview:
    return operations.review_glass(
        by=by or looked.auditor, at=LATER, opening=looked.opening, verdict=verdict, words=words
    )


class TestReviewGlass:
    def test_takes_it_off_the_list_of_what_waits(self, looked):
        assert list(queries.glass_to_review(looked.auditor)) == [looked.opening]
        say(looked)
        assert not queries.glass_to_review(looked.auditor).exists()

    def test_keeps_it_there_while_somebody_asked_back(self, looked):
        say(looked, verdict=Verdict.ASKED_BACK)
        assert list(queries.glass_to_review(looked.auditor)) == [looked.opening]

    def test_adds_to_what_was_said_and_lets_the_latest_count(self, looked):
        say(looked, verdict=Verdict.ASKED_BACK)
        say(looked, verdict=Verdict.NOT_JUSTIFIED)
        (glass,) = queries.broken_glass_visible_to(looked.auditor)
        assert glass.verdict == Verdict.NOT_JUSTIFIED
        assert GlassReview.objects.count() == 2

    def test_is_refused_to_whoever_broke_it(self, looked):
        CaseOpening.objects.update(user=looked.auditor.user_id)
        looked.opening.refresh_from_db()
        with pytest.raises(Refused, match="yourself"):
            say(looked)

    def test_is_refused_to_those_who_do_not_audit_access(self, looked):
        other = factories_looks.looked("Sallowfen", "9/26")
        for by in (looked.supervisor, looked.looking, other.auditor):
            with pytest.raises(Refused):
                say(looked, by)

    def test_needs_words(self, looked):
        with pytest.raises(TooFewWords):
            say(looked, words="  Fine.  ")

    def test_leaves_one_entry_without_the_words(self, looked):
        before = AuditEntry.objects.count()
        say(looked)
        assert AuditEntry.objects.count() == before + 1
        entry = AuditEntry.objects.latest("sequence")
        assert entry.act == "accessreview.review_glass"
        assert SAID not in entry.content


class TestNoteReview:
    def test_leaves_an_entry_that_is_no_look_at_a_case(self, looked):
        before = queries.looks_visible_to(looked.auditor).count()
        operations.note_review(by=looked.auditor, at=LATER, page="looks", asked={"case": "12"})
        entry = AuditEntry.objects.latest("sequence")
        assert (entry.act, entry.kind) == ("accessreview.note_review", Processing.CONSULTATION)
        assert entry.details == {"page": "looks", "asked": {"case": "12"}}
        assert queries.looks_visible_to(looked.auditor).count() == before


class TestNoteExported:
    def test_is_a_disclosure_to_whoever_takes_the_file(self, looked):
        operations.note_exported(by=looked.auditor, at=LATER, asked={}, looks=2)
        entry = AuditEntry.objects.latest("sequence")
        assert entry.kind == Processing.DISCLOSURE
        assert entry.recipients == (looked.auditor.name,)
        assert entry.details["looks"] == 2

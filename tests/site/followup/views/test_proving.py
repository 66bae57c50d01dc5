from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests import factories_followup
from tests.factories_followup import TODAY
from tests.site.followup.views.somebody import Somebody, typed

from answerable_site.followup.rules import Policy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


@pytest.fixture
def followed():
    return factories_followup.followed_up(policy=Policy(demonstration_days=0))


class TestAddEvidence:
    @pytest.mark.parametrize(
        ("answers", "sentence"),
        [
            ({"kind": "file"}, "Select a file, or enter an address"),
            ({"kind": "measure"}, "Enter the address"),
        ],
    )
    def test_needs_something_to_look_at(self, liaison, followed, answers, sentence):
        page = liaison.sends(
            "add_evidence",
            followed.commitment.pk,
            title="Audit",
            **answers,
            **typed("on", TODAY),
        )
        assert sentence in page

    def test_keeps_a_file_as_it_came(self, liaison, followed):
        liaison.sends(
            "add_evidence",
            followed.commitment.pk,
            kind="minutes",
            title="Minutes",
            file=SimpleUploadedFile("minutes.html", b"<script>alert(1)</script>"),
            **typed("on", TODAY),
        )
        kept = followed.commitment.evidence.get()
        answer = liaison.client.get(f"/follow-up/evidence/{kept.pk}/file/")
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["X-Content-Type-Options"] == "nosniff"

    def test_that_is_a_link_has_no_file(self, officer, followed):
        kept = factories_followup.evidence(followed)
        assert officer.status("evidence_file", kept.pk) == 404


class TestJudgeEvidence:
    def test_is_not_offered_to_whoever_added_it(self, officer, followed):
        officer.sends(
            "add_evidence",
            followed.commitment.pk,
            kind="link",
            title="Audit",
            address="https://example.org/",
            **typed("on", TODAY),
        )
        evidence = followed.commitment.evidence.get()
        assert "Judge it" not in officer.reads("commitment", followed.commitment.pk)
        page = officer.sends("judge_evidence", evidence.pk, is_sufficient="yes", words="Seen")
        assert "You added this evidence yourself: somebody else must test it." in page
        holder = Somebody(followed.office.holder)
        assert "Judge it" in holder.reads("commitment", followed.commitment.pk)


class TestJudgeCriterion:
    def test_that_is_met_needs_evidence(self, officer, followed):
        officer.sends("write_criterion", followed.commitment.pk, words="Nine of ten")
        criterion = followed.commitment.criteria.get()
        page = officer.sends("judge_criterion", criterion.pk, is_met="yes", words="Seen")
        assert "Select the evidence that shows it" in page

    def test_that_is_dropped_stays_in_view_with_its_reason(self, officer, followed):
        officer.sends("write_criterion", followed.commitment.pk, words="Nine of ten")
        criterion = followed.commitment.criteria.get()
        page = officer.sends("drop_criterion", criterion.pk, reason="It counted twice")
        assert "It counted twice" in page
        assert officer.status("judge_criterion", criterion.pk) == 404


class TestClose:
    def test_says_everything_that_stands_in_the_way(self, officer, followed):
        page = officer.sends("close", followed.commitment.pk, words="It is done")
        assert "No criteria for closing were written." in page
        assert "The office has not assured it as complete." in page
        assert "Close it" not in officer.reads("commitment", followed.commitment.pk)

    def test_checks_and_opens_again(self, officer, followed):
        commitment = factories_followup.ready_to_close(followed)
        assert "Close it" in officer.reads("commitment", commitment.pk)
        assert "It is closed." in officer.sends("close", commitment.pk, words="It is done")
        closure = commitment.closures.get()
        checked = officer.sends("check_closure", closure.pk, lasted="no", words="Half is gone")
        assert "Closed, but it did not last" in checked
        page = officer.sends("reopen", commitment.pk, reason="Half is gone")
        assert "It is open again. Its original date stays." in page
        assert "Closures that stand no longer" in page

    def test_is_refused_to_whoever_owns_the_work(self, followed):
        commitment = factories_followup.owned(followed)
        assert Somebody(followed.owner).status("close", commitment.pk) == 403

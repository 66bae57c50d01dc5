from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories
from tests import factories_responses as cases

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role
from answerable_site.responses import operations, queries
from answerable_site.responses.models import UnsavedText
from answerable_site.responses.rules.unsaved import form_of_finding


def keep(case, form="own_comments", text="We wel", version=0, role="officer", at=cases.LATER):
    return operations.keep_unsaved(
        by=case.viewer(role),
        at=at,
        form=form,
        answers={"text": [text], "language": ["en-GB"]},
        version=version,
        **case.about,
    )


def save(case, text="We welcome this.", version=0):
    return operations.write_own_comments(
        by=case.viewer("officer"), at=cases.LATER, text=text, version=version, **case.about
    )


def entries(act: str) -> int:
    return AuditEntry.objects.filter(act=act).count()


class TestKeepUnsaved:
    def test_replaces_what_was_kept_before(self, case):
        keep(case)
        keep(case, text="We welcome", at=cases.LATER + timedelta(seconds=15))
        kept = UnsavedText.objects.get()
        assert kept.answers["text"] == ["We welcome"]
        assert kept.kept_at == cases.LATER + timedelta(seconds=15)

    def test_leaves_one_entry_for_a_draft_that_begins(self, case):
        for _ in range(3):
            keep(case)
        assert entries("responses.keep_unsaved") == 1

    def test_puts_no_words_of_people_into_the_record(self, case):
        keep(case)
        assert "We wel" not in str(AuditEntry.objects.latest("sequence").details)

    def test_is_no_part_of_the_response(self, case):
        keep(case)
        assert queries.history(case.inspection.responses.get()).texts == ()

    def test_voids_no_signature(self, case):
        cases.signed(case)
        keep(case, version=1)
        assert case.inspection.responses.get().preparations.standing().exists()

    def test_keeps_all_the_same_when_somebody_saved_meanwhile_and_says_so(self, case):
        assert not keep(case).changed_meanwhile
        save(case)
        assert keep(case, version=0).changed_meanwhile

    def test_is_refused_over_a_version_that_does_not_exist(self, case):
        with pytest.raises(operations.NotKept):
            keep(case, version=1)

    def test_is_refused_to_a_window_older_than_the_one_that_keeps(self, case):
        save(case)
        keep(case, version=1, text="Newer")
        with pytest.raises(operations.BegunFromNewer):
            keep(case, version=0, text="Older")
        assert UnsavedText.objects.get().answers["text"] == ["Newer"]

    def test_keeps_pages_apart(self, case):
        keep(case)
        keep(case, form=form_of_finding(case.recommendations[0].pk))
        assert UnsavedText.objects.count() == 2

    def test_is_refused_for_a_finding_of_another_report(self, case):
        other = cases.finding(cases.inspection(case.office, "Another"), "Forces should count.")
        with pytest.raises(operations.NotOfThisReport):
            keep(case, form=form_of_finding(other.pk))

    def test_is_refused_once_the_response_is_published(self, case):
        cases.published(case)
        with pytest.raises(operations.ResponsePublished):
            keep(case, version=1)

    @pytest.mark.parametrize(
        ("form", "role"),
        [
            ("own_comments", "holder"),
            ("own_comments", "chief"),
            ("submit_comments", "officer"),
            ("reply", "administrator"),
        ],
    )
    def test_is_refused_to_those_who_do_not_write_there(self, case, form, role):
        with pytest.raises(Refused):
            keep(case, form=form, role=role)

    def test_is_open_to_the_chief_officers_office_for_its_own_comments(self, case):
        assert keep(case, form="submit_comments", role="chief").row.form == "submit_comments"


class TestSaving:
    def test_removes_what_was_kept(self, case):
        keep(case)
        save(case)
        assert not UnsavedText.objects.exists()

    def test_leaves_what_a_colleague_keeps(self, case):
        colleague = factories.person("Bo Officer", (case.office.body, Role.RESPONSE_OFFICER))
        operations.keep_unsaved(
            by=factories.viewer(colleague),
            at=cases.LATER,
            form="own_comments",
            answers={"text": ["Bo’s own words"]},
            version=0,
            **case.about,
        )
        save(case)
        assert UnsavedText.objects.get().person == colleague

    def test_leaves_what_is_kept_when_it_is_refused(self, case):
        save(case)
        keep(case, version=0, text="Mine")
        with pytest.raises(operations.ChangedMeanwhile):
            save(case, "Mine", version=0)
        assert UnsavedText.objects.get().answers["text"] == ["Mine"]


class TestUnsavedText:
    def test_is_seen_by_its_writer_alone(self, case):
        keep(case)
        colleague = factories.person("Bo Officer", (case.office.body, Role.RESPONSE_OFFICER))
        response = case.inspection.responses.get()
        assert queries.unsaved_text(case.viewer("officer"), response, "own_comments")
        assert not queries.unsaved_text(factories.viewer(colleague), response, "own_comments")


class TestDiscardUnsaved:
    def discard(self, case, role="officer"):
        return operations.discard_unsaved(
            by=case.viewer(role), at=cases.LATER, form="own_comments", **case.about
        )

    def test_throws_it_away_and_leaves_an_entry(self, case):
        keep(case)
        assert self.discard(case)
        assert not UnsavedText.objects.exists()
        assert entries("responses.discard_unsaved") == 1

    def test_does_nothing_where_nothing_is_kept(self, case):
        assert not self.discard(case)
        assert entries("responses.discard_unsaved") == 0

    def test_is_refused_to_those_who_do_not_write_there(self, case):
        keep(case)
        with pytest.raises(Refused):
            self.discard(case, role="holder")

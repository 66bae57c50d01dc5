"""Results and protected figures: asked for, taken up, done or refused."""

from __future__ import annotations

import pytest
from tests import factories_cuts, factories_figures
from tests.factories_cuts import AT, viewer
from tests.factories_figures import WHY, answered

from answerable_site.audit.models import AuditEntry
from answerable_site.figures import operations
from answerable_site.people.access import Refused
from answerable_site.people.rules import PRODUCT, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def cut(county):
    return factories_cuts.without_files(by=viewer(county.force), at=AT, force=county.force)


class TestAskingForResults:
    def test_is_refused_to_others_than_the_analyst_of_the_force(self, county, cut):
        for role in (Role.SUPERVISOR, Role.INVESTIGATOR):
            with pytest.raises(Refused):
                factories_figures.asked(cut, by=county.viewer(role))
        with pytest.raises(Refused):
            factories_figures.asked(cut, by=viewer(county.force, Role.FIGURE_CHECKER))

    def test_is_refused_of_a_cut_that_is_being_erased(self, cut):
        factories_cuts.set_aside(cut)
        with pytest.raises(operations.CannotBeWorkedOut, match="being erased"):
            factories_figures.asked(cut)

    def test_is_refused_of_nothing(self, county, cut):
        with pytest.raises(operations.CannotBeWorkedOut):
            operations.ask_results(by=viewer(county.force), at=AT, cut=cut, asked=[])

    def test_leaves_one_entry_that_names_what_was_asked(self, cut):
        before = AuditEntry.objects.count()
        results = factories_figures.asked(cut, by=viewer(cut.force))
        assert AuditEntry.objects.count() == before + 1
        assert results.asked == (("victims_told", ("made",)),)


class TestWork:
    def test_is_taken_up_once(self, cut):
        results = factories_figures.asked(cut)
        operations.begin_work(by=PRODUCT, at=AT, work=results, step="Asking")
        with pytest.raises(operations.WorkOvertaken):
            operations.begin_work(by=PRODUCT, at=AT, work=results, step="Asking")

    def test_that_was_refused_is_not_kept_afterwards(self, cut):
        results = factories_figures.asked(cut)
        operations.refuse_work(by=PRODUCT, at=AT, work=results, sentence="No.")
        with pytest.raises(operations.WorkOvertaken):
            operations.keep_results(by=PRODUCT, at=AT, results=results, content=b"{}")

    def test_leaves_no_sign_of_life_behind(self, county, cuts):
        answered(county.force)
        assert not [one for one in cuts.iterdir() if "results" in one.name]


class TestAskingForProtection:
    def asked(self, results, **options):
        told = {"by": viewer(results.force), "at": AT, "profile": "public"} | options
        return operations.ask_protection(results=results, **told)

    @pytest.fixture
    def results(self, county):
        return answered(county.force)

    def test_is_refused_to_a_figure_checker(self, results):
        with pytest.raises(Refused):
            self.asked(results, by=viewer(results.force, Role.FIGURE_CHECKER))

    def test_is_refused_before_there_are_results(self, cut):
        with pytest.raises(operations.CannotBeProtected, match="no results"):
            self.asked(factories_figures.asked(cut))

    def test_is_refused_under_a_profile_that_there_is_not(self, results):
        with pytest.raises(operations.CannotBeProtected) as refused:
            self.asked(results, profile="everybody")
        assert refused.value.field == "profile"

    def test_of_a_correction_needs_to_say_what_was_wrong(self, results):
        earlier = factories_figures.released(factories_figures.protected(results))
        with pytest.raises(operations.CannotBeProtected) as refused:
            self.asked(results, corrects=earlier)
        assert refused.value.field == "note"

    def test_of_a_correction_is_under_the_profile_of_what_it_corrects(self, results):
        earlier = factories_figures.released(factories_figures.protected(results))
        with pytest.raises(operations.CannotBeProtected) as refused:
            self.asked(results, profile="scrutiny_meeting", corrects=earlier, note=WHY)
        assert refused.value.field == "corrects"

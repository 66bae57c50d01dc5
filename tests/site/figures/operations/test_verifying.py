from __future__ import annotations

import pytest
from tests import factories_cuts
from tests.factories_cuts import AT, viewer

from answerable_site.audit.models import AuditEntry
from answerable_site.figures import operations
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


class TestAnEntry:
    def test_says_how_much_was_wrong_with_which_cut(self, county):
        cut = factories_cuts.made(county.force)
        operations.note_verified(by=viewer(cut.force), at=AT, cut=cut, problems=["One.", "Two."])
        entry = AuditEntry.objects.get(act="figures.note_verified")
        assert entry.details == {"digest": cut.digest, "problems": 2}

    def test_is_left_of_none_in_quarantine(self, county):
        cut = factories_cuts.made(county.force)
        factories_cuts.set_aside(cut)
        with pytest.raises(operations.CutAway):
            operations.note_verified(by=viewer(cut.force), at=AT, cut=cut, problems=[])

    def test_is_left_of_one_that_is_to_be_erased_and_not_confirmed(self, county):
        cut = factories_cuts.made(county.force)
        factories_cuts.to_be_erased(cut)
        operations.note_verified(by=viewer(cut.force), at=AT, cut=cut, problems=[])
        assert AuditEntry.objects.filter(act="figures.note_verified").exists()

    def test_is_left_by_whoever_sees_the_cuts(self, county):
        cut = factories_cuts.made(county.force)
        with pytest.raises(Refused):
            operations.note_verified(by=county.viewer(Role.SUPERVISOR), at=AT, cut=cut, problems=[])

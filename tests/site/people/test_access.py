from __future__ import annotations

import pytest

from answerable_site.people.access import Refused, signed_in
from answerable_site.people.rules import ANONYMOUS, Viewer


class TestSignedIn:
    def test_is_the_person_who_acts(self):
        assert signed_in(Viewer(7, "Somebody", ())) == 7

    def test_is_refused_to_the_public(self):
        with pytest.raises(Refused):
            signed_in(ANONYMOUS)

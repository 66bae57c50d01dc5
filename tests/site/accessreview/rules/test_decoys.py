from __future__ import annotations

import pytest
from tests.site.accessreview.rules.looking import LONG_AGO, at, look

from answerable_site.accessreview.rules.concerns import Kind
from answerable_site.accessreview.rules.decoys import decoys_seen
from answerable_site.accessreview.rules.looks import Act, Standing


class TestADecoy:
    @pytest.mark.parametrize("act", [Act.LOOKED_UP, Act.OPENED, Act.EXPORTED, Act.RECORDED])
    @pytest.mark.parametrize("standing", Standing)
    def test_is_shown_from_one_look_whatever_was_done_by_what_right(self, act, standing):
        one = look(act=act, standing=standing, is_decoy=True)
        (found,) = decoys_seen([one], since=one.at)
        assert (found.kind, found.person, found.records) == (Kind.DECOY, 1, (one.record,))

    def test_in_a_list_is_no_concern(self):
        assert decoys_seen([look(act=Act.LISTED, is_decoy=True)], since=LONG_AGO) == []

    def test_is_shown_once_for_all_looks_of_a_person(self):
        looks = [look(day, is_decoy=True) for day in (2, 0)]
        (found,) = decoys_seen(looks, since=LONG_AGO)
        assert (found.first_at, found.last_at, found.figures) == (at(0), at(2), {"looks": 2})

    def test_that_was_shown_at_an_earlier_review_is_not_shown_again(self):
        assert decoys_seen([look(0, is_decoy=True)], since=at(1)) == []

    def test_is_what_an_ordinary_record_is_not(self):
        assert decoys_seen([look()], since=LONG_AGO) == []

"""The seed list of reasons for withdrawing."""

from __future__ import annotations

from answerable.records.codes.withdrawal import SEED_LIST, Reason
from answerable.statute import Confidence


class TestTheSeedList:
    def test_says_that_it_is_no_national_list(self):
        assert "no national list" in SEED_LIST.citation
        assert SEED_LIST.confidence is Confidence.TO_BE_VERIFIED

    def test_has_a_label_for_every_reason(self):
        assert [SEED_LIST.label(one) for one in Reason] == [one.label for one in Reason]

    def test_has_no_reason_for_a_victim_who_was_not_reached(self):
        assert not [one for one in Reason if "contact" in one or "reach" in one.label]

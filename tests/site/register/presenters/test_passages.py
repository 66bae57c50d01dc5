from __future__ import annotations

import pytest

from answerable_site.register.models import Passage
from answerable_site.register.presenters.passages import marked

TEXT = "Alpha bravo charlie delta echo foxtrot golf hotel india"
PAGE = Passage(page=3, start=100, text=TEXT)
DELTA = (100 + TEXT.index("delta"), 100 + TEXT.index("delta") + len("delta"))


class TestMarked:
    def test_marks_the_words_by_their_place_in_the_document(self):
        found = marked(PAGE, *DELTA, around=1000)
        assert found.before + "|" + found.words + "|" + found.after == TEXT.replace(
            "delta", "|delta|"
        )
        assert not found.is_cut

    def test_cuts_between_words_and_says_so(self):
        found = marked(PAGE, *DELTA, around=12)
        assert found.is_cut
        assert found.before == "… charlie "
        assert found.after == " echo …"

    @pytest.mark.parametrize("around", [0, 1, 5])
    def test_keeps_the_marked_words_whole_however_little_is_shown(self, around):
        assert marked(PAGE, *DELTA, around=around).words == "delta"

    def test_marks_no_further_than_the_page(self):
        assert marked(PAGE, DELTA[0], 100_000, around=0).words == TEXT[TEXT.index("delta") :]

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable_site.register.rules import similar

ASKED = "Police forces should record every withdrawal of a victim with its reason."
OTHERS = {
    1: "Forces should record each withdrawal of a victim, and its reason.",
    2: "Police forces should train every control room operator in the year ahead.",
    3: "By the autumn, the College of Policing should publish guidance on stalking.",
    4: "With its reason, police forces should record every withdrawal of a victim",
    5: "Forces should ensure that reasons for victim withdrawal are recorded in every case.",
}


class TestSimilar:
    def test_are_worded_alike_whatever_the_order_and_the_commas(self):
        found = similar(ASKED, OTHERS)
        assert [one.key for one in found] == [4, 1, 5]
        assert found[0].alike == 100

    def test_are_none_that_share_only_who_is_asked(self):
        assert similar(ASKED, {2: OTHERS[2], 3: OTHERS[3]}) == ()

    def test_are_at_most_as_many_as_are_wanted(self):
        assert len(similar(ASKED, dict.fromkeys(range(9), ASKED), most=3)) == 3

    @given(st.text(alphabet="abc ", min_size=1).filter(str.strip))
    def test_count_the_same_words_as_wholly_alike(self, text):
        (found,) = similar(text, {7: text.upper()})
        assert (found.key, found.alike) == (7, 100)

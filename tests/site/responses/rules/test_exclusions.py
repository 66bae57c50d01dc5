from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.responses.rules.exclusions import LEFT_OUT, holds, without_excluded
from answerable_site.responses.rules.facts import ExclusionFacts
from answerable_site.responses.rules.words import ExcludedPart

OWN = ExcludedPart.OWN_COMMENTS


def left_out(passage: str, part: ExcludedPart = OWN, finding_id: int | None = None):
    return ExclusionFacts(
        part=part,
        passage=passage,
        public_reason="It would help thieves.",
        decided_as="Commissioner",
        decided_on=date(2026, 5, 1),
        finding_id=finding_id,
    )


class TestHolds:
    def test_looks_over_line_breaks(self):
        assert holds("the store\r\nat  the mill", "store at the\nmill")

    def test_takes_words_as_they_are(self):
        assert not holds("the store at the mill", "st.re")

    def test_finds_no_empty_passage(self):
        assert not holds("the store", " \n ")


class TestWithoutExcluded:
    def test_leaves_every_place_of_the_passage_out(self):
        text = without_excluded("the mill, the mill", [left_out("the mill")], OWN)
        assert text == f"{LEFT_OUT}, {LEFT_OUT}"

    @pytest.mark.parametrize(
        "same",
        [
            "caf\N{LATIN SMALL LETTER E WITH ACUTE} mill",
            "cafe\N{COMBINING ACUTE ACCENT} mill",
            "ca\N{SOFT HYPHEN}f\N{LATIN SMALL LETTER E WITH ACUTE} mill",
            "caf\N{LATIN SMALL LETTER E WITH ACUTE}\N{NO-BREAK SPACE}mi\N{ZERO WIDTH SPACE}ll",
            "caf\N{LATIN SMALL LETTER E WITH ACUTE} \N{RIGHT-TO-LEFT OVERRIDE}mill",
            "c\x00af\N{LATIN SMALL LETTER E WITH ACUTE} mill",
        ],
    )
    def test_leaves_out_what_looks_the_same(self, same):
        plain = "caf\N{LATIN SMALL LETTER E WITH ACUTE} mill"
        assert without_excluded(f"x {same} y", [left_out(plain)], OWN).endswith(f"{LEFT_OUT} y")
        assert without_excluded(f"x {plain} y", [left_out(same)], OWN) == f"x {LEFT_OUT} y"

    def test_tells_letters_with_and_without_an_accent_apart(self):
        assert not holds("caf\N{LATIN SMALL LETTER E WITH ACUTE}", "cafe")
        assert not holds("cafe\N{COMBINING ACUTE ACCENT}", "cafe")

    def test_leaves_other_parts_alone(self):
        text = without_excluded("the mill", [left_out("the mill", ExcludedPart.REPLY)], OWN)
        assert text == "the mill"

    def test_tells_explanations_apart(self):
        part = ExcludedPart.EXPLANATION
        excluded = [left_out("the mill", part, finding_id=3)]
        assert without_excluded("the mill", excluded, part, 4) == "the mill"
        assert without_excluded("the mill", excluded, part, 3) == LEFT_OUT

    def test_leaves_nothing_of_passages_that_overlap(self):
        excluded = [left_out("a b c"), left_out("c d e")]
        assert without_excluded("x a b c d e y", excluded, OWN) == f"x {LEFT_OUT} y"

    def test_leaves_nothing_of_a_passage_that_overlaps_itself(self):
        assert without_excluded("no no no", [left_out("no no")], OWN) == LEFT_OUT

    @given(
        st.lists(st.sampled_from(["mill", "store", "bag", "key"]), max_size=20),
        st.lists(st.sampled_from(["mill store", "bag key mill", "key", "store bag"]), max_size=3),
        st.sampled_from([" ", "\n", "\r\n", "  "]),
    )
    def test_leaves_no_passage_standing(self, words, passages, blank):
        text = without_excluded(blank.join(words), [left_out(p) for p in passages], OWN)
        assert not any(holds(text, passage) for passage in passages)

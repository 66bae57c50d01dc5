"""Identifiers with a shape are found where they stand, also in spellings that hide them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from answerable.records.identity import Sign, SignKind, signs

SHAPES = [
    (SignKind.EMAIL, "sam.lee@post.example"),
    (SignKind.EMAIL, "sam dot lee at post dot co dot uk"),
    (SignKind.EMAIL, "sam[at]post[dot]org"),
    (SignKind.EMAIL, "sam @ post . com"),
    (SignKind.TELEPHONE, "07700 900123"),
    (SignKind.TELEPHONE, "07700\u00a0900\u00a0123"),
    (SignKind.TELEPHONE, "０７７００９００１２３"),
    (SignKind.TELEPHONE, "0 7 7 0 0 9 0 0 1 2 3"),
    (SignKind.TELEPHONE, "07700–900–123"),
    (SignKind.TELEPHONE, "077\u200b00900123"),
    (SignKind.TELEPHONE, "+44 (0)7700 900123"),
    (SignKind.TELEPHONE, "(01632) 960123"),
    (SignKind.TELEPHONE, "7700900123"),
    (SignKind.TELEPHONE, "oh seven seven double oh nine double oh one two three"),
    (SignKind.POSTCODE, "ZZ1 1ZZ".replace("Z", "S")),
    (SignKind.POSTCODE, "ca1 9xx"),
    (SignKind.ADDRESS, "14a Heron Lane"),
    (SignKind.ADDRESS, "12 quarry road"),
    (SignKind.ADDRESS, "Flat 3"),
    (SignKind.NATIONAL_INSURANCE, "AB 12 34 56 C"),
    (SignKind.NATIONAL_INSURANCE, "ab123456c"),
    (SignKind.NHS_NUMBER, "943 476 5919"),
    (SignKind.URN, "01ZD0303208"),
    (SignKind.URN, "01/ZD/03032/08"),
    (SignKind.CRIME_REFERENCE, "CR/12345/24"),
    (SignKind.CRIME_REFERENCE, "42240012345"),
    (SignKind.VEHICLE, "AB12 CDE"),
    (SignKind.VEHICLE, "ab12cde"),
    (SignKind.VEHICLE, "M123 XYZ"),
    (SignKind.SOCIAL_MEDIA, "@sunny.lee"),
    (SignKind.SOCIAL_MEDIA, "https://www.instagram.com/sunny"),
    (SignKind.CARD, "4111 1111 1111 1111"),
    (SignKind.BANK, "12-34-56 12345678"),
    (SignKind.BANK, "GB82 WEST 1234 5698 7654 32"),
    (SignKind.IP_ADDRESS, "192.0.2.44"),
    (SignKind.IP_ADDRESS, "2001:db8::7"),
]
ANNOUNCED = [
    (SignKind.BIRTH, "DOB 03/04/1990", "03/04/1990"),
    (SignKind.BIRTH, "she was born on 3rd of April 1990", "3rd of april 1990"),
    (SignKind.BIRTH, "the file says 3.4.1990 (date of birth)", "3.4.1990"),
    (SignKind.BIRTH, "age 34, 03-04-90, of no fixed abode", "03-04-90"),
    (SignKind.NATIONAL_INSURANCE, "NI number: AB123456", "AB123456"),
    (SignKind.NHS_NUMBER, "NHS no 943 476 5918", "943 476 5918"),
    (SignKind.TELEPHONE, "tel: 960123", "960123"),
    (SignKind.CRIME_REFERENCE, "log 123 of 4 March", "123 of 4 March"),
    (SignKind.VEHICLE, "reg: XYZ 1234", "XYZ 1234"),
    (SignKind.SOCIAL_MEDIA, "her Snapchat name is sunny_lee", "sunny_lee"),
    (SignKind.BANK, "sort code 12-34-56", "sort code 12-34-56"),
]
CLEAN = [
    "Told on 3 March 2026 at 10.30, as she had asked; again at 11.45 and on 04/03/2026 at 09:15.",
    "OC15 CPS was recorded under s28 1st review; DG6 says 28 days, and 16 of 532 were late.",
    "The financial year 2024/25 had 1,234 cases; see paragraph 7.8.2.1 and section 28.",
    "The victim, aged 24, reported on 3 March 2026.",
    "The incident on 12/03/2026 was reported by 999 at 02.15.",
    "Published at example.org and looked at again at 9.30.",
    "After a 3 day Crown Court trial and 20 minutes by road.",
]
TEXTS = st.text(max_size=300) | st.lists(
    st.sampled_from(
        [
            *(written for _, written in SHAPES),
            "Adaeze",
            "Mr",
            "named",
            "born",
            " ",
            ".",
            "\n",
            "０",
            "é",
        ]
    )
).map("".join)


def found(text: str) -> list[tuple[SignKind, str]]:
    """What kinds were found, with the words."""
    return [(sign.kind, text[sign.start : sign.end]) for sign in signs(text)]


class TestSigns:
    @pytest.mark.parametrize(("kind", "written"), SHAPES)
    def test_find_it_alone(self, kind, written):
        assert found(written) == [(kind, written)]

    @pytest.mark.parametrize(("kind", "written"), SHAPES)
    def test_find_it_in_a_sentence_and_say_where(self, kind, written):
        assert found(f"She gave “{written}”, as we know.") == [(kind, written)]

    @pytest.mark.parametrize(("kind", "text", "words"), ANNOUNCED)
    def test_find_what_a_word_announces(self, kind, text, words):
        assert [(one, span.lower()) for one, span in found(text)] == [(kind, words.lower())]

    @pytest.mark.parametrize("text", CLEAN)
    def test_leave_casework_alone(self, text):
        assert found(text) == []

    def test_of_ten_digits_that_do_not_check_are_none(self):
        assert found("943 476 5918") == []

    def test_of_sixteen_digits_that_do_not_check_are_none(self):
        assert found("4111 1111 1111 1112") == []

    def test_stand_where_they_stood_before_folding(self):
        text = "ﬁ\u200bne: 0\u200b7700 900123 — é"
        assert found(text) == [(SignKind.TELEPHONE, "0\u200b7700 900123")]

    def test_say_what_they_look_like_in_a_sentence(self):
        assert Sign(SignKind.TELEPHONE, 0, 1).sentence == "This looks like a telephone number"

    @pytest.mark.parametrize("kind", SignKind)
    def test_have_a_sentence_for_every_kind(self, kind):
        assert Sign(kind, 0, 1).sentence.startswith("This ")


class TestAnyText:
    @given(TEXTS)
    @example("\ufdfa07700900123\ufdfa")
    @example("e\u0301" * 5)
    def test_has_signs_within_it_in_order_and_apart(self, text):
        spans = [(sign.start, sign.end) for sign in signs(text)]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))

    @given(TEXTS)
    def test_has_the_same_signs_when_it_is_looked_at_again(self, text):
        assert signs(text) == signs(text)

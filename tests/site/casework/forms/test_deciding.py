from __future__ import annotations

import pytest
from django.http import QueryDict

from answerable_site.casework.forms import WhyInBreach

NAMED = "The victim rang from 07700 900123."
CLEAN = "The victim was in hospital."


def sent(text: str, decided: str = "") -> WhyInBreach:
    data = QueryDict(mutable=True)
    data.update({"why_in_breach": text, "decided": decided})
    return WhyInBreach(data)


def refused_once(text: str) -> str:
    """What the form sends back unseen once it has refused a text."""
    form = sent(text)
    assert not form.is_valid()
    return str(form["decided"].value())


class TestDecidedForm:
    def test_takes_what_shows_no_sign(self):
        assert sent(CLEAN).is_valid()

    def test_refuses_what_shows_one_and_says_where(self):
        assert "telephone number: “07700 900123”" in str(sent(NAMED).errors["why_in_breach"])

    def test_takes_it_when_it_is_sent_again_as_it_stands(self):
        assert sent(NAMED, refused_once(NAMED)).is_valid()

    def test_refuses_another_text_anew(self):
        assert not sent(f"{NAMED} Or 07700 900456.", refused_once(NAMED)).is_valid()

    @pytest.mark.parametrize("decided", ["yes", "07700 900123"])
    def test_takes_no_word_for_it(self, decided):
        assert not sent(NAMED, decided).is_valid()

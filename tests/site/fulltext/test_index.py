"""Whatever is typed, both engines answer, and both mean the same by it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories
from tests.factories_press import Press

from answerable_site.fulltext import index as indexes
from answerable_site.fulltext import understood
from answerable_site.publication.models import PublicText
from answerable_site.publication.queries import TEXTS
from answerable_site.publication.rules import Findable

pytestmark = pytest.mark.django_db
QUICKLY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SIGNS = st.text(alphabet="ab \"'-*:&|!()<>\\%{}@#^~+\x00\u200bŵ²ﷺ߀‘’“”", max_size=40)
TEXTS_HELD = {
    "custody": "Supervisors should review custody records every month.",
    "and/or": "Police and/or prosecutors: www.example.org/police, 12-3, a.b@example.org",
    "welsh": "Gwrando ar ddioddefwyr yng Nghymru, a dŵr.",
    "dog": "The constable walked a dog past custody.",
}


@pytest.fixture
def held():
    """Texts by name."""
    entry = Press(factories.office()).prepare()
    return {
        PublicText.objects.create(
            kind=Findable.RESPONSE,
            entry=entry,
            title=name,
            body_name="Wexmoor",
            on=date(2026, 5, 1),
            text=text,
            has_welsh=name == "welsh",
        ).pk: name
        for name, text in TEXTS_HELD.items()
    }


@pytest.fixture
def found(held):
    def names(typed: str) -> set[str]:
        rows = TEXTS.narrowed(PublicText.objects.all(), understood(typed))
        return {held[row.pk] for row in rows}

    return names


class TestIndex:
    @pytest.mark.parametrize(
        ("typed", "names"),
        [
            ("custody", {"custody", "dog"}),
            ("custody records", {"custody"}),
            ("supervisor reviewing", {"custody"}),
            ('"custody records"', {"custody"}),
            ('"records custody"', set()),
            ("custody -dog", {"custody"}),
            ("custody -dogs", {"custody"}),
            ('custody -"walked a dog"', {"custody"}),
            ("police", {"and/or"}),
            ("prosecutor", {"and/or"}),
            ("12-3", {"and/or"}),
            ("example", {"and/or"}),
            ("super", {"custody"}),
            ("the custody", {"custody", "dog"}),
            ("dioddefwyr", {"welsh"}),
            ("dioddef", {"welsh"}),
            ("cymru", {"welsh"}),
            ("dwr", {"welsh"}),
            ("DŴR", {"welsh"}),
            ("gwrando -nghymru", set()),
            ("wexmoor", set(TEXTS_HELD.keys())),
        ],
    )
    def test_finds_the_same_on_either_engine(self, found, typed, names):
        assert found(typed) == names

    def test_finds_the_same_where_much_is_found(self, found, monkeypatch):
        monkeypatch.setattr(indexes, "FEW", 0)
        assert found("custody") == {"custody", "dog"}
        assert found("custody -dog") == {"custody"}

    @QUICKLY
    @given(st.one_of(st.text(max_size=200), SIGNS))
    def test_answers_whatever_is_typed(self, found, typed):
        assert found(typed) <= set(TEXTS_HELD)

    @pytest.mark.parametrize(
        "typed",
        [
            *('"', '"custody', "custody OR", "AND custody", "NOT", "NEAR(a b, 2)", "words:custody"),
            *("custody* ^", "(((", "'; DROP TABLE x; --", "custody\x00", "custody " * 1250),
            *("x" * 10_000, "-" * 10_000, '"' * 9_999, "\ud800", "%s %d {0}", "a:* & !b"),
        ],
    )
    def test_answers_odd_input(self, found, typed):
        assert found(typed) <= set(TEXTS_HELD)

    def test_follows_a_text_that_changes_and_one_that_goes(self, found, held):
        keys = {name: key for key, name in held.items()}
        PublicText.objects.filter(pk=keys["dog"]).update(text="A cat.")
        assert found("dog") == {"dog"}  # its title
        assert found("walked") == set()
        assert found("cats") == {"dog"}
        PublicText.objects.filter(pk=keys["custody"]).delete()
        assert found("supervisors") == set()
        assert TEXTS.count() == len(held) - 1

    def test_takes_a_text_of_a_million_different_words(self, held):
        words = " ".join(f"w{number:x}" for number in range(300_000))
        PublicText.objects.filter(title="dog").update(text=words)
        assert TEXTS.count() == len(held)

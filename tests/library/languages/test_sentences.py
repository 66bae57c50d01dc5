import copy
import pickle

import pytest

from answerable.languages import (
    WELSH,
    Sentence,
    aloud,
    catalogue,
    listed,
    message,
    say,
    say_count,
    speaking,
    spoken,
    without_marks,
)

WELSH_WORDS = {
    "Version {number}, signed by {name}": ("Fersiwn {number}, llofnodwyd gan {name}",),
    "Late": ("Hwyr",),
    "Choose %(limit)s": ("Dewiswch %(limit)s",),
}
DAYS = (
    "{count} dim",
    "{count} diwrnod",
    "{count} ddiwrnod",
    "{count} tri",
    "{count} chwe",
    "{count} y rhai eraill",
)


@pytest.fixture(autouse=True)
def welsh(monkeypatch):
    known = catalogue.Catalogue()
    known.add(
        catalogue.Entry(english, "", forms, is_draft=True) for english, forms in WELSH_WORDS.items()
    )
    known.add([catalogue.Entry("{count} day", "{count} days", DAYS, is_draft=False)])
    monkeypatch.setattr("answerable.languages.sentences.welsh", lambda: known)


def in_welsh(text: str) -> str:
    with speaking(WELSH):
        return without_marks(aloud(text))


class TestASentence:
    def test_is_its_english(self):
        assert say("Version {number}, signed by {name}", number=2, name="Ann") == (
            "Version 2, signed by Ann"
        )

    def test_is_english_for_whatever_stores_it_while_welsh_is_spoken(self):
        with speaking(WELSH):
            assert f"{say('Late')}" == "Late"
            assert "".join([say("Late")]) == "Late"
            assert {say("Late"): 1} == {"Late": 1}

    def test_is_said_in_welsh_where_it_is_shown(self):
        told = say("Version {number}, signed by {name}", number=2, name="Ann")
        with speaking(WELSH):
            assert without_marks(told.__html__()) == "Fersiwn 2, llofnodwyd gan Ann"

    def test_says_sentences_inside_it_in_welsh_too(self):
        told = say("Version {number}, signed by {name}", number=2, name=say("Late"))
        assert in_welsh(told) == "Fersiwn 2, llofnodwyd gan Hwyr"

    def test_escapes_what_was_put_in(self):
        told = say("Version {number}, signed by {name}", number=2, name="<b>")
        with speaking(WELSH):
            assert "<b>" not in told.__html__()
        assert "<b>" not in told.__html__()

    def test_stays_english_where_there_is_no_welsh(self):
        assert in_welsh(say("Nobody knows")) == "Nobody knows"

    def test_stays_a_sentence_as_text(self):
        assert isinstance(str(say("Late")), Sentence)

    def test_stays_a_sentence_when_it_is_copied(self):
        for copied in (copy.deepcopy(say("Late")), pickle.loads(pickle.dumps(say("Late")))):
            assert in_welsh(copied) == "Hwyr"

    def test_stays_a_sentence_when_django_fills_it_in(self):
        assert say("Choose %(limit)s") % {"limit": 3} == "Choose 3"
        assert in_welsh(say("Choose %(limit)s") % {"limit": 3}) == "Dewiswch 3"

    def test_may_hold_braces_that_nothing_is_put_into(self):
        assert say("{}") == "{}"


class TestCounting:
    @pytest.mark.parametrize(
        ("count", "english", "welsh_words"),
        [
            (0, "0 days", "0 dim"),
            (1, "1 day", "1 diwrnod"),
            (2, "2 days", "2 ddiwrnod"),
            (3, "3 days", "3 tri"),
            (6, "6 days", "6 chwe"),
            (4, "4 days", "4 y rhai eraill"),
            (21, "21 days", "21 y rhai eraill"),
        ],
    )
    def test_takes_the_form_of_the_number(self, count, english, welsh_words):
        told = say_count("{count} day", "{count} days", count)
        assert told == english
        assert in_welsh(told) == welsh_words


class TestListed:
    def test_says_each_part(self):
        assert listed(["Ann", say("Late")]) == "Ann, Late"
        assert in_welsh(listed(["Ann", say("Late")])) == "Ann, Hwyr"

    def test_leaves_plain_texts_plain(self):
        assert not isinstance(listed(["Ann", "Ben"]), Sentence)

    def test_takes_braces_in_its_parts_as_they_are(self):
        assert in_welsh(listed(["{0}", say("Late")])) == "{0}, Hwyr"


class TestAMessage:
    def test_is_a_plain_text(self):
        assert type(message("Late")) is str


class TestSpeaking:
    def test_is_english_unless_somebody_asks_otherwise(self):
        assert spoken() == "en"

    def test_ends_with_what_is_inside(self):
        with pytest.raises(RuntimeError), speaking(WELSH):
            raise RuntimeError
        assert spoken() == "en"

    def test_refuses_a_language_in_which_nothing_is_said(self):
        with pytest.raises(LookupError, match="fr"), speaking("fr"):
            pass


class TestWelshThatDoesNotFit:
    def test_leaves_the_english(self, welsh, monkeypatch):
        bad = catalogue.Catalogue()
        bad.add([catalogue.Entry("Late by {days}", "", ("Hwyr o {oriau}",), is_draft=True)])
        monkeypatch.setattr("answerable.languages.sentences.welsh", lambda: bad)
        assert in_welsh(say("Late by {days}", days=3)) == "Late by 3"

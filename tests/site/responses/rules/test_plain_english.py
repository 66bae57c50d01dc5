from __future__ import annotations

import pytest

from answerable_site.responses.rules.plain_english import (
    RemarkKind,
    abbreviations_explained,
    count_words,
    is_checked,
    remarks,
    sentences,
)
from answerable_site.responses.rules.plainer_words import PLAINER
from answerable_site.responses.rules.words import Language


def passages(text: str, kind: RemarkKind, **known) -> list[str]:
    return [remark.passage for remark in remarks(text, **known) if remark.kind is kind]


def words(count: int) -> str:
    return f"{' '.join(['bag'] * count)}."


class TestSentences:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("We act under s.55(5B) of the Act. It is done.", 2),
            ("We act under s. 55 of the Act. It is done.", 2),
            ("Use labels, e.g. Blue ones. Then stop.", 2),
            ("Mr. Ashdown wrote. Dr. A. B. Smith replied.", 2),
            ("We wrote to No. 3 Unit. They agreed.", 2),
            ("Is it so? No. We disagree.", 3),
            ("It rose by 3.5 per cent. The rest fell.", 2),
            ("See paras. 3 and 4. The Act says so.", 2),
            ("“Is it so?” They asked. (It was.) Yes.", 4),
            ("We met at 5 p.m. The room was full.", 2),
            ("We keep bags, lists etc. in a store.", 1),
            ("We chose plan B. We began in May.", 2),
            ("And so on… They went.", 2),
            ("A line\nthat goes on. Another.", 2),
            ("No full stop", 1),
            ("", 0),
        ],
    )
    def test_end_where_a_reader_would_say_so(self, text, found):
        assert len(sentences(text)) == found

    def test_hold_all_the_words(self):
        text = "We act. “Do you?” Mr. Ashdown asked, e.g. Often."
        assert " ".join(sentences(text)) == text


class TestCountWords:
    def test_does_not_count_a_dash(self):
        assert count_words("We act – at once.") == 4


class TestLongSentences:
    def test_of_25_words_are_not_remarked(self):
        assert passages(words(25), RemarkKind.LONG_SENTENCE) == []

    def test_of_26_words_are(self):
        assert passages(words(26), RemarkKind.LONG_SENTENCE) == [words(26)]

    def test_are_found_in_a_bullet_too(self):
        text = f"We will:\n\n- act\n- {words(26)}"
        assert passages(text, RemarkKind.LONG_SENTENCE) == [words(26)]

    def test_are_not_made_of_bullets_without_full_stops(self):
        bullets = "\n".join(f"- keep a list of bags in room {number}" for number in range(9))
        assert passages(f"We will:\n{bullets}", RemarkKind.LONG_SENTENCE) == []


class TestLongParagraphs:
    def test_of_5_sentences_are_not_remarked(self):
        assert passages("We act. " * 5, RemarkKind.LONG_PARAGRAPH) == []

    def test_of_6_sentences_are(self):
        assert passages("We act. " * 6, RemarkKind.LONG_PARAGRAPH) == ["We act."]

    def test_end_at_a_blank_line(self):
        text = f"{'We act. ' * 3}\n\n{'We act. ' * 3}"
        assert passages(text, RemarkKind.LONG_PARAGRAPH) == []

    def test_are_not_made_of_a_bullet(self):
        assert passages(f"- {'We act. ' * 6}", RemarkKind.LONG_PARAGRAPH) == []


class TestAbbreviations:
    def test_without_their_words_are_remarked_once(self):
        text = "The CPS agreed. The CPS’s lawyers wrote."
        assert passages(text, RemarkKind.ABBREVIATION) == ["CPS"]

    @pytest.mark.parametrize(
        "text",
        [
            "The Crown Prosecution Service (CPS) agreed. The CPS wrote.",
            "The Crown Prosecution Service (the CPS) agreed.",
            "The CPS (the Crown Prosecution Service) agreed.",
            "The Crown Prosecution Service (“CPS”) agreed.",
            "Police and crime commissioners (PCCs) agreed. A PCC wrote.",
        ],
    )
    def test_beside_their_words_are_not(self, text):
        assert passages(text, RemarkKind.ABBREVIATION) == []

    def test_explained_earlier_in_the_document_are_not(self):
        text = "The CPS agreed."
        earlier = abbreviations_explained("The Crown Prosecution Service (CPS) is asked.")
        assert passages(text, RemarkKind.ABBREVIATION, explained=earlier) == []

    @pytest.mark.parametrize(
        "text",
        [
            "We act under s.55(5B).",
            "See GOV.UK for more.",
            "The UK and the BBC.",
            "Part II is done.",
            "I agree.",
            "Write to ANN@EXAMPLE.ORG today.",
            "THIS LINE IS SHOUTED",
        ],
    )
    def test_are_not_seen_where_there_are_none(self, text):
        assert passages(text, RemarkKind.ABBREVIATION) == []

    def test_may_hold_an_ampersand(self):
        assert passages("They went to A&E last.", RemarkKind.ABBREVIATION) == ["A&E"]


class TestPlainerWords:
    def test_are_offered_in_whatever_letters(self):
        found = [remark.advice for remark in remarks("In order to help.")]
        assert found == ["Instead of “In order to” you could write “to”."]

    def test_follow_the_form_of_the_verb(self):
        text = "We utilised it, are commencing it and endeavours fail."
        advice = [remark.advice.rpartition("write ")[2] for remark in remarks(text)]
        assert advice == ["“used”.", "“starting”.", "“tries”."]

    def test_are_not_found_inside_other_words(self):
        assert remarks("The assistant ceaselessly commences-like.") == ()

    def test_are_some_sixty_and_none_replaces_itself(self):
        bases = [word for word in PLAINER if not word.endswith(("ed", "ing", "s"))]
        assert len(bases) >= 55
        assert all(word != plainer for word, plainer in PLAINER.items())


class TestIsChecked:
    def test_is_true_of_english_alone(self):
        assert is_checked(Language.ENGLISH)
        assert not is_checked(Language.WELSH)

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.site.responses.rules.conftest import TAKEN

from answerable.writing.blocks import SideBySide
from answerable.writing.canonical import as_json, content_hash, from_json
from answerable.writing.html import to_html
from answerable.writing.outline import lines_of
from answerable_site.responses.rules.completeness import Place, gaps
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.facts import ExclusionFacts, SignatoryFacts
from answerable_site.responses.rules.two_languages import is_in_both, without_welsh
from answerable_site.responses.rules.words import ExcludedPart, Language

WELSH = replace(TAKEN, welsh="Rhoesom label ar bob bag.")
SIGNATORY = SignatoryFacts("Jo Marsh", "Police and Crime Commissioner", date(2026, 5, 11))
HASH_BEFORE = "0d64bd4521c5b1f1939304be70ac0f273b10e420ba5c86c260ff2182617c3b7a"
"""Of the same response, worked out before there was Welsh beside English."""
HASH_BEFORE_IN_WELSH = "ab0d0a47fcdd0ad0457ae7378ed869482ab26943c7d7775a4b73342c91301d0b"


def excluded(passage):
    return ExclusionFacts(
        ExcludedPart.OWN_COMMENTS, passage, "It names a person.", "Commissioner", date(2026, 5, 8)
    )


@pytest.fixture
def in_both(response, finding):
    """A response of which everything is in both languages."""
    return response(finding(explanation=WELSH), own_comments_welsh="Croesawn yr adroddiad hwn.")


class TestTheDocument:
    def test_is_what_it_was_where_there_is_no_welsh_beside_english(self, response):
        assert content_hash(compose(response(), signatory=SIGNATORY)) == HASH_BEFORE
        welsh_alone = response(
            own_comments="Croeso.", own_comments_language=Language.WELSH, reply="Thanks."
        )
        assert content_hash(compose(welsh_alone, signatory=SIGNATORY)) == HASH_BEFORE_IN_WELSH

    def test_holds_both_and_one_hash_covers_them(self, in_both):
        document = compose(in_both, signatory=SIGNATORY)
        assert len([one for one in document.blocks if isinstance(one, SideBySide)]) == 2
        said = [line.text for line in lines_of(document)]
        at = said.index("We labelled every bag.")
        assert said[at - 1 : at + 3] == [
            *("English", "We labelled every bag."),
            *("Cymraeg", "Rhoesom label ar bob bag."),
        ]
        other = replace(in_both, own_comments_welsh="Croeso.")
        assert content_hash(document) != content_hash(compose(other, signatory=SIGNATORY))

    def test_is_the_same_after_it_was_kept(self, in_both):
        document = compose(in_both, signatory=SIGNATORY)
        assert from_json(as_json(document)) == document

    def test_stands_side_by_side_on_a_page_with_its_languages(self, in_both):
        page = to_html(compose(in_both))
        assert page.count('<div class="govuk-grid-column-one-half">') == 4
        assert '<span lang="cy-GB">Rhoesom label ar bob bag.</span>' in page

    def test_shows_no_passage_that_is_left_out_of_either(self, in_both):
        both = replace(in_both, exclusions=(excluded("this report"), excluded("yr adroddiad")))
        page = to_html(compose(both))
        assert "We welcome [A passage is left out here.]." in page
        assert "Croesawn [A passage is left out here.] hwn." in page


class TestAPassageLeftOut:
    def test_of_one_language_alone_lets_nothing_go_out(self, in_both):
        for passage in ("this report", "yr adroddiad"):
            [gap] = gaps(replace(in_both, exclusions=(excluded(passage),)))
            assert (gap.place, gap.blocks) == (Place.EXCLUSIONS, True)
            assert "in one language" in gap.sentence

    def test_of_both_is_complete(self, in_both):
        both = (excluded("this report"), excluded("yr adroddiad"))
        assert gaps(replace(in_both, exclusions=both)) == ()

    def test_of_a_text_without_welsh_is_complete(self, response):
        assert gaps(response(exclusions=(excluded("this report"),))) == ()


class TestWithoutWelsh:
    def test_is_nothing_of_a_response_in_english_alone(self, response):
        assert not is_in_both(response())
        assert without_welsh(response()) == ()

    def test_is_nothing_of_one_that_is_whole_in_both(self, in_both):
        assert is_in_both(in_both)
        assert without_welsh(in_both) == ()

    def test_names_each_text_and_where_it_is_written(self, response, finding):
        half = response(finding(), finding(id=4, number="4", explanation=WELSH), reply="Thank you.")
        assert [(one.sentence, one.place, one.finding_id) for one in without_welsh(half)] == [
            ("Your own comments are in English alone.", Place.OWN_COMMENTS, None),
            ("Your reply to the chief officer is in English alone.", Place.REPLY, None),
            ("The explanation for recommendation 3 is in English alone.", Place.EXPLANATION, 3),
        ]

    def test_never_keeps_a_response_from_being_complete(self, response, finding):
        assert gaps(response(finding(explanation=WELSH))) == ()

    def test_is_not_asked_of_a_text_in_welsh(self, in_both):
        assert without_welsh(replace(in_both, reply="Diolch.", reply_language=Language.WELSH)) == ()

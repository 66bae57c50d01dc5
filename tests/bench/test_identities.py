"""The measurement of signs of identity is fair: what is measured was not tuned on."""

from __future__ import annotations

from random import Random

from bench.identity import carriers, measured_prose, people, tuned_early_prose, tuned_late_prose
from bench.identity.identifiers import INVENTED
from bench.identity.planting import identifiers, names

from answerable.records.identity import SignKind
from answerable.records.identity.first_names import ALSO_WORDS, FIRST_NAMES

CLEAN = ["Nothing is due."]


class TestWhatIsMeasured:
    def test_is_in_no_sentence_of_tuning(self):
        tuned = tuned_early_prose.SENTENCES + tuned_late_prose.SENTENCES
        assert not set(measured_prose.SENTENCES) & set(tuned)
        assert not set(carriers.MEASURED) & set(carriers.TUNED)
        assert not set(people.MEASURED) & set(people.TUNED)

    def test_has_names_of_which_the_detector_knows_less_than_half(self):
        known = {name.lower() for name in people.FIRST} & (FIRST_NAMES | ALSO_WORDS)
        assert len(known) * 2 < len(people.FIRST)
        assert not {name.lower() for name in people.LAST} & FIRST_NAMES

    def test_has_every_kind_that_has_a_shape(self):
        assert {*INVENTED} == {*SignKind} - {SignKind.NAME}

    def test_stands_in_its_text_where_it_says(self):
        for planted in identifiers(60, CLEAN, Random(1)):
            assert planted.text[planted.start : planted.end].strip()
            assert planted.end <= len(planted.text)

    def test_is_the_same_for_the_same_seed(self):
        assert list(names(20, CLEAN, Random(1))) == list(names(20, CLEAN, Random(1)))

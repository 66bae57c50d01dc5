"""Forms of Welsh words."""

from __future__ import annotations

import pytest

from answerable_site.fulltext.welsh import forms_of


class TestFormsOf:
    @pytest.mark.parametrize(
        ("word", "forms"),
        [
            ("plismona", {"plismona", "blismona", "mhlismona", "phlismona"}),
            ("troseddau", {"troseddau", "droseddau", "nhroseddau", "throseddau"}),
            ("cyhoeddi", {"cyhoeddi", "gyhoeddi", "nghyhoeddi", "chyhoeddi"}),
            ("barnwr", {"barnwr", "farnwr", "marnwr"}),
            ("dioddefwyr", {"dioddefwyr", "ddioddefwyr", "nioddefwyr"}),
            ("gwaith", {"gwaith", "waith", "ngwaith"}),
            ("menywod", {"menywod", "fenywod"}),
            ("llys", {"llys", "lys"}),
            ("rhaglen", {"rhaglen", "raglen"}),
            ("argymhelliad", {"argymhelliad", "hargymhelliad"}),
            ("swyddog", {"swyddog"}),
        ],
    )
    def test_has_the_soft_the_nasal_and_the_aspirate(self, word, forms):
        assert set(forms_of(word)) == forms

    @pytest.mark.parametrize(
        ("mutated", "radical"),
        [
            ("mhlismona", "plismona"),
            ("nghyhoeddi", "cyhoeddi"),
            ("ddioddefwyr", "dioddefwyr"),
            ("phlismona", "plismona"),
        ],
    )
    def test_knows_what_an_unmistakable_beginning_was(self, mutated, radical):
        assert {mutated, *forms_of(radical)} == set(forms_of(mutated))

    @pytest.mark.parametrize("word", ["tan", "a", "56", ""])
    def test_leaves_short_words_as_they_are(self, word):
        assert forms_of(word) == (word,)

    def test_puts_the_word_itself_first(self):
        assert forms_of("dioddefwyr")[0] == "dioddefwyr"

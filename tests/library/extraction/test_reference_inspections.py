"""Readings of the labelled reference documents, through the same path that an upload takes.

Development documents are held to their labels item by item. Of the held-out ones only the score
is looked at, so that nobody tunes rules on their words.
"""

from functools import cache

import pytest
from bench.reference.labels import LabelledDocument, labelled_documents
from bench.reference.matching import Comparison, Tally, compare

from answerable.documents import read
from answerable.extraction import read_inspection

DEVELOPMENT = [document for document in labelled_documents() if document.split == "development"]
HELD_OUT = [document for document in labelled_documents() if document.split == "held_out"]


@cache
def comparison_of(document: LabelledDocument) -> Comparison:
    return compare(document, read_inspection(read(document.path)))


def differences(comparison: Comparison, *about: str) -> str:
    """What differs, one sentence a line, so that a failure can be read."""
    return "\n".join(comparison.sentences(*about))


@pytest.fixture(params=DEVELOPMENT, ids=[document.path.name for document in DEVELOPMENT])
def comparison(request: pytest.FixtureRequest) -> Comparison:
    return comparison_of(request.param)


class TestReadInspection:
    def test_finds_every_labelled_item_once_and_nothing_else(self, comparison: Comparison) -> None:
        assert differences(comparison, "item", "text") == ""

    def test_reads_numbers_as_printed(self, comparison: Comparison) -> None:
        assert differences(comparison, "number") == ""

    def test_tells_the_kinds_of_item_apart(self, comparison: Comparison) -> None:
        assert differences(comparison, "kind") == ""

    def test_reads_deadlines_as_worded(self, comparison: Comparison) -> None:
        assert differences(comparison, "deadline") == ""


class TestReadHeldOutInspections:
    def test_reaches_the_score_that_the_product_promises(self) -> None:
        tally = Tally()
        for document in HELD_OUT:
            tally.add(comparison_of(document).tally)
        assert tally.f1 >= 0.97

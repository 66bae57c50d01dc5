"""Readings of the labelled reference documents, through the same path that an upload takes."""

from functools import cache

import pytest
from bench.reference.labels import LabelledDocument, labelled_documents
from bench.reference.matching import Comparison, compare

from answerable.documents import read
from answerable.extraction import read_inspection

DOCUMENTS = labelled_documents()


@cache
def comparison_of(document: LabelledDocument) -> Comparison:
    return compare(document, read_inspection(read(document.path)))


@pytest.fixture(params=DOCUMENTS, ids=[document.path.name for document in DOCUMENTS])
def comparison(request: pytest.FixtureRequest) -> Comparison:
    return comparison_of(request.param)


class TestReadInspection:
    def test_finds_every_labelled_item_once_and_nothing_else(self, comparison: Comparison) -> None:
        assert comparison.sentences("item", "text") == []

    def test_reads_numbers_as_printed(self, comparison: Comparison) -> None:
        assert comparison.sentences("number") == []

    def test_tells_the_kinds_of_item_apart(self, comparison: Comparison) -> None:
        assert comparison.sentences("kind") == []

    def test_reads_deadlines_as_worded(self, comparison: Comparison) -> None:
        assert comparison.sentences("deadline") == []

from __future__ import annotations

import pytest
from bench.hiding import sheets, texts, words

from answerable.leaks import FindingKind, look_through

EXPECTED = {
    "docx: a comment": FindingKind.COMMENT,
    "docx: deleted words of a tracked change": FindingKind.TRACKED_CHANGE,
    "docx: hidden words": FindingKind.HIDDEN_TEXT,
    "docx: a property": FindingKind.CUSTOM_PROPERTY,
    "docx: data beside the document": FindingKind.CUSTOM_PROPERTY,
    "docx: an embedded workbook": FindingKind.ATTACHMENT,
    "docx: a macro": FindingKind.MACRO,
    "docx: the address of a link": FindingKind.SCRIPT,
    "docx: a small picture of it": FindingKind.THUMBNAIL,
    "docx: a code of a field": FindingKind.SCRIPT,
    "docx: tag characters": FindingKind.HIDDEN_CHARACTERS,
    "docx: where a picture was taken": FindingKind.PICTURE_METADATA,
    "xlsx: a hidden sheet": FindingKind.HIDDEN_SHEET,
    "xlsx: a very hidden sheet": FindingKind.HIDDEN_SHEET,
    "xlsx: a hidden row": FindingKind.HIDDEN_CELLS,
    "xlsx: a hidden column": FindingKind.HIDDEN_CELLS,
    "xlsx: a copy behind a pivot table": FindingKind.CACHE,
    "xlsx: a comment": FindingKind.COMMENT,
    "xlsx: a hidden name": FindingKind.HIDDEN_CELLS,
    "xlsx: what was read from another workbook": FindingKind.EXTERNAL_LINK,
    "xlsx: a connection": FindingKind.CACHE,
    "odt: a note in the margin": FindingKind.COMMENT,
    "odt: deleted words of a tracked change": FindingKind.TRACKED_CHANGE,
    "odt: a hidden section": FindingKind.HIDDEN_TEXT,
    "odt: a hidden row of a table": FindingKind.HIDDEN_CELLS,
    "odt: a property": FindingKind.CUSTOM_PROPERTY,
    "odt: an object": FindingKind.ATTACHMENT,
    "odt: an earlier version": FindingKind.EARLIER_REVISION,
    "odt: a script": FindingKind.MACRO,
}
WAYS = {way.called: way for way in (*words.WAYS, *sheets.WAYS, *texts.WAYS)}


@pytest.mark.parametrize("called", EXPECTED)
def test_structure_is_told_whatever_the_needles(called):
    found = {one.kind for one in look_through("file", WAYS[called].make("QZX4711VW9"))}
    assert EXPECTED[called] in found

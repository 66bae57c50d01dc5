from __future__ import annotations

import hashlib
import json
import unicodedata

import pytest
from hypothesis import given, settings
from tests.library.writing.strategies import documents

from answerable.writing.blocks import Paragraph, UnwritableBlock, WrittenDocument, plain
from answerable.writing.canonical import (
    SCHEMA,
    UnknownSchema,
    as_json,
    canonical_bytes,
    content_hash,
    from_json,
)


def note(text, **changes):
    facts = {"title": "Note", "language": "en-GB", "author_body": "Office"} | changes
    return WrittenDocument(blocks=(Paragraph(plain(text)),), **facts)


class TestPlainData:
    @given(documents)
    @settings(deadline=None)
    def test_survives_a_round_trip_through_json_text(self, document):
        assert from_json(json.loads(json.dumps(as_json(document)))) == document

    def test_of_another_schema_is_refused(self):
        with pytest.raises(UnknownSchema, match="written-document/9"):
            from_json({**as_json(note("a")), "schema": "answerable.written-document/9"})

    def test_with_an_unknown_block_is_refused(self):
        with pytest.raises(UnknownSchema, match="“marquee” is not a kind of block"):
            from_json({**as_json(note("a")), "blocks": [{"kind": "marquee"}]})

    def test_that_cannot_be_written_is_refused(self):
        with pytest.raises(UnwritableBlock, match="title is empty"):
            from_json({**as_json(note("a")), "title": ""})


class TestCanonicalBytes:
    @given(documents)
    @settings(deadline=None)
    def test_read_back_as_the_document_in_normal_form_c(self, document):
        read = from_json(json.loads(canonical_bytes(document)))
        assert as_json(read) == _in_form_c(as_json(document))

    @given(documents, documents)
    @settings(deadline=None)
    def test_differ_for_documents_that_differ(self, one, other):
        same = _in_form_c(as_json(one)) == _in_form_c(as_json(other))
        assert (canonical_bytes(one) == canonical_bytes(other)) is same

    @given(documents)
    @settings(deadline=None)
    def test_are_the_same_after_storage(self, document):
        assert canonical_bytes(from_json(as_json(document))) == canonical_bytes(document)

    def test_are_utf_8_json_with_sorted_keys_and_no_spare_space(self):
        assert canonical_bytes(note("tŷ")).decode() == (
            '{"author_body":"Office","blocks":[{"kind":"paragraph","runs":[{"emphasis":false,'
            '"language":null,"link":null,"strong":false,"text":"tŷ"}]}],"date":null,'
            f'"language":"en-GB","notice":null,"schema":"{SCHEMA}","subtitle":null,"title":"Note"}}'
        )

    def test_do_not_depend_on_how_an_accent_is_stored(self):
        composed, decomposed = (unicodedata.normalize(form, "tŷ") for form in ("NFC", "NFD"))
        assert canonical_bytes(note(composed)) == canonical_bytes(note(decomposed))

    def test_change_with_every_part_of_a_run(self, response):
        first = as_json(response)
        run = first["blocks"][2]["runs"][0]
        seen = {canonical_bytes(response)}
        for part, value in {
            "text": "We refuse ",
            "strong": True,
            "emphasis": True,
            "link": "https://example.org",
            "language": "cy",
        }.items():
            kept, run[part] = run[part], value
            seen.add(canonical_bytes(from_json(first)))
            run[part] = kept
        assert len(seen) == 6


class TestContentHash:
    def test_is_the_sha_256_of_the_canonical_bytes(self, response):
        assert content_hash(response) == hashlib.sha256(canonical_bytes(response)).hexdigest()


def _in_form_c(data):
    return json.loads(unicodedata.normalize("NFC", json.dumps(data, ensure_ascii=False)))

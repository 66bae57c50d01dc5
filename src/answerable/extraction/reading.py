"""The whole way from a document to a reading: clean, find, link, assess."""

from __future__ import annotations

from answerable.documents.model import Document
from answerable.extraction.assess.doubts import doubts_about
from answerable.extraction.clean import clean
from answerable.extraction.facts import facts_of
from answerable.extraction.find import find
from answerable.extraction.find.tables import item_tables
from answerable.extraction.items import items_of
from answerable.extraction.judgements import judgements_of
from answerable.extraction.key_findings import key_findings_of
from answerable.extraction.link import link
from answerable.extraction.model import DocumentKind, Reading
from answerable.extraction.responses import response_of
from answerable.extraction.sections import divide


def read_inspection(document: Document) -> Reading:
    """All that a document says about an inspection, as a proposal for a person to check.

    Pure: the same document always gives the same reading. Nothing is looked up, and no reading
    raises an error; what is missing or doubtful is said in `warnings` and in each item's doubts.

    Args:
        document: a document as a reader gave it.

    Returns:
        Facts, key findings, grades, items, the response printed in it, and doubts. Every place
        counts characters of `document.text`, and its quote is that stretch.
    """
    lines = clean(document)
    tables = item_tables(lines)
    divided = tuple(divide(lines, but_tables=tables.keys()))
    facts = facts_of(document, divided, tables)
    found = find(
        divided,
        tables,
        is_response=facts.document_kind is DocumentKind.RESPONSE,
        is_letter=facts.document_kind is DocumentKind.LETTER,
    )
    linked = link(found.drafts)
    items = items_of(linked.findings, document.text, force=facts.force, letter_to=facts.letter_to)
    return Reading(
        title=facts.title,
        published=facts.published,
        published_worded=facts.published_worded,
        inspection_type=facts.inspection_type,
        inspectorates=facts.inspectorates,
        force=facts.force,
        document_kind=facts.document_kind,
        key_findings=key_findings_of(divided, document.text),
        judgements=judgements_of(lines, document.text),
        items=items,
        response=response_of(
            divided,
            tables,
            items,
            found.replies,
            is_response=facts.document_kind is DocumentKind.RESPONSE,
        ),
        warnings=(
            *document.notes,
            *doubts_about(items, linked.asides, divided, published=facts.published),
        ),
    )

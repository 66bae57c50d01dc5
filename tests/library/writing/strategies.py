"""Documents of every shape that the block model allows, for properties."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Run,
    SideBySide,
    SummaryList,
    Table,
    WrittenDocument,
    is_writable,
)

HOSTILE = (
    *("<script>alert(1)</script>", "</w:t></w:p>", "<text:s/>", "]]>", "<!--", "&amp;", "&#x20;"),
    *("{{ x }}", "{% y %}", "{page}", "$name", "${day}", "%s", "\\n", "_x000A_"),
    *('#import "x"', "#panic()", "$y$", "@label", "`raw`", "= x", "- x", "1. x", "*x*", "_x_"),
    *("a  b", " a ", "a \n b", "tŷ", "ty\u0302", "e\u0301", "x:", ":", "ffi", "“q” ’", "9 000"),
    *("q" * 120, "https://example.org/" + "a" * 90),
)
"""What some format could read as an instruction, a space that counts for nothing, or a mark."""

PRINTABLE = st.characters(categories=("L", "N", "P", "Zs", "Sm", "Sc"), max_codepoint=0x17F)
"""Letters, figures and marks of English, Welsh and their neighbours, which the fonts can show."""

# None of these repeats a hyphen at the end of a printed line, as Polish does.
languages = st.sampled_from([None, "cy", "cy-GB", "so"])
links = st.sampled_from([None, "https://example.org/a?b=1&c=2", "mailto:office@example.org"])
_any_character = st.characters(exclude_categories=("Cc", "Cs")).filter(is_writable)


def documents_of(characters: st.SearchStrategy[str]) -> st.SearchStrategy[WrittenDocument]:
    """Documents of all blocks, their texts made of the characters and of hostile pieces."""
    hostile = st.sampled_from(HOSTILE)
    one_line = hostile.filter(lambda text: "\n" not in text)
    words = st.text(characters, min_size=1, max_size=20).filter(_has_ink) | one_line
    texts = st.text(characters | st.just("\n"), min_size=1, max_size=30).filter(_has_ink) | hostile
    cells = st.text(characters | st.just("\n"), max_size=10) | hostile
    runs = st.lists(
        st.builds(Run, texts, st.booleans(), st.booleans(), links, languages),
        min_size=1,
        max_size=3,
    ).map(tuple)
    items = st.lists(runs, min_size=1, max_size=3).map(tuple)
    said = st.one_of(
        st.builds(Paragraph, runs), st.builds(BulletList, items), st.builds(NumberedList, items)
    )
    pairs = st.lists(st.tuples(words, runs), min_size=1, max_size=2).map(tuple)
    blocks: st.SearchStrategy[Block] = st.one_of(
        st.builds(Heading, st.integers(1, 4), words, languages),
        said,
        _tables(words, cells),
        st.builds(Quotation, words, st.lists(said, min_size=1, max_size=2).map(tuple)),
        st.builds(SummaryList, pairs),
        st.builds(SideBySide, *[st.lists(said, min_size=1, max_size=2).map(tuple)] * 2),
    )
    return st.builds(
        WrittenDocument,
        title=words,
        language=st.sampled_from(["en-GB", "cy-GB", "cy"]),
        author_body=words,
        blocks=st.lists(blocks, max_size=5).map(_without_skipped_levels),
        subtitle=st.none() | words,
        date=st.none() | st.dates(),
        notice=st.none() | words,
    )


@st.composite
def _tables(draw: st.DrawFn, words: st.SearchStrategy[str], cells: st.SearchStrategy[str]) -> Table:
    header = tuple(draw(st.lists(words, min_size=1, max_size=3)))
    row = st.tuples(*[cells for _ in header])
    return Table(draw(words), header, tuple(draw(st.lists(row, max_size=3))))


def _has_ink(text: str) -> bool:
    return text.strip() != ""


def _without_skipped_levels(blocks: list[Block]) -> tuple[Block, ...]:
    allowed, kept = 1, list[Block]()
    for block in blocks:
        if isinstance(block, Heading):
            block = replace(block, level=min(block.level, allowed))
            allowed = block.level + 1
        kept.append(block)
    return tuple(kept)


documents = documents_of(_any_character)
printable_documents = documents_of(PRINTABLE)

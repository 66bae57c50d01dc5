"""Documents of every shape that the block model allows, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Run,
    SummaryList,
    Table,
    WrittenDocument,
    is_writable,
)

_characters = st.characters(exclude_categories=("Cc", "Cs")).filter(is_writable)
words = st.text(_characters, min_size=1, max_size=20).filter(lambda text: text.strip() != "")
texts = st.text(_characters | st.just("\n"), min_size=1, max_size=30).filter(
    lambda text: text.strip() != ""
)
languages = st.sampled_from([None, "cy", "cy-GB", "pl"])
links = st.sampled_from([None, "https://example.org/a?b=1&c=2", "mailto:office@example.org"])
runs = st.lists(
    st.builds(Run, texts, st.booleans(), st.booleans(), links, languages), min_size=1, max_size=3
).map(tuple)
_items = st.lists(runs, min_size=1, max_size=3).map(tuple)
_said = st.one_of(
    st.builds(Paragraph, runs), st.builds(BulletList, _items), st.builds(NumberedList, _items)
)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    header = tuple(draw(st.lists(words, min_size=1, max_size=3)))
    row = st.tuples(*[st.text(_characters, max_size=10) for _ in header])
    return Table(draw(words), header, tuple(draw(st.lists(row, max_size=3))))


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.just(1), words, languages),
    _said,
    _tables(),
    st.builds(Quotation, words, st.lists(_said, min_size=1, max_size=2).map(tuple)),
    st.builds(SummaryList, st.lists(st.tuples(words, runs), min_size=1, max_size=2).map(tuple)),
)
documents = st.builds(
    WrittenDocument,
    title=words,
    language=st.sampled_from(["en-GB", "cy-GB"]),
    author_body=words,
    blocks=st.lists(blocks, max_size=4).map(tuple),
    subtitle=st.none() | words,
    date=st.none() | st.dates(),
    notice=st.none() | words,
)

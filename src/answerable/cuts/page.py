"""The page of the reference that says what every table and column of a cut is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from answerable.cuts.building import statements
from answerable.cuts.built import FROM_EVENTS, LISTED
from answerable.cuts.columns import Column, Holds, Table
from answerable.cuts.tables import (
    CASES,
    CORRECTIONS,
    EVENT_TABLES,
    GROUPING_TABLE,
    NOT_IN_LIST,
    OF_EVERY_EVENT,
    OF_ORGANISATIONS,
    SCHEMA,
    VALUES,
)

_TOP = f"""\
# The tables of a cut

Made from the code by `answerable cut tables`; a test holds the two equal. Version {SCHEMA} of the
tables.

A cut is a folder: one Parquet file a table, named after it, and `manifest.json`. It is dated and
never changed. Whoever has DuckDB, or anything else that reads Parquet, can compute every figure
from it alone:

```sql
SELECT count(*) FILTER (WHERE withdrawn_on IS NOT NULL) AS withdrew, count(*) AS cases
FROM 'cuts/2026-03/spine.parquet';
```

[Recompute a figure](../how-to/recompute-a-figure.md) does it step by step, limits among them.

## How to read it

- **As of**: a cut holds what happened to the end of its as-of date, whenever it was recorded. What
  was planned for a later day is there as it was planned.
- **Days** are whole numbers: days since 1 January 1970, of the civil date in London. In DuckDB
  `DATE '1970-01-01' + happened_on` is the date. Moments leave only their day.
- **Numbers** name something and are never added up. A case has a number that says nothing about
  anybody; its victims, suspects and events have numbers within it, so `case_number` belongs to
  every join. Organisations have pseudonyms, the same through one cut. In cuts that the site makes,
  a case has the same number in every cut of its force, and no number of the site; organisations
  have those of the site.
- **Only events that stand** are in the tables of events. What was recorded wrongly and put right is
  in `corrections`, without its facts. A column that names another event holds the number of what
  stands in that event’s place.
- **Free text is left out**: a column that ends in `_length` has its number of characters. **Users**
  are left out: a column that ends in `_named` says whether one was named.
- **People in post** have no number of their own: `in_post` says how each stood at the end of a
  month, and the place of a row leads to no other month. `pathway_reviews` has days and no words.
- **Gender reassignment**, and whatever else only named roles may read, has its state and no value.
- **Codes** are text; `codes` says what each means, by the list that is named here. A code
  `{NOT_IN_LIST}` stands where something was recorded that is no code of the list: what it was is
  left out.
- **Empty cells** (null) mean what stands here, and where nothing stands no cell is empty.
- **Rows are sorted** by the columns that are named, codes by their place in the list, and no two
  rows are the same in the key.

Nothing here is protected: a figure made from a cut is shown to the public only after disclosure
control. Why something is left out: [decision record 21](../adr/0021-what-a-cut-leaves-out.md).

## The manifest

`manifest.json` is an object with

- `what`: always “answerable cut”; `schema`: the version of the tables;
- `as_of`; `recorded_to`: the latest day on which anything in the cut was recorded, null without
  events; `is_synthetic`: whether the cases are invented;
- `cases` and `events`: how many cases, and how many events that stand;
- `written_with`: the same rows give the same bytes, with the same version of DuckDB;
- `receipts`: each source with its digest, its rows and the profile that it was read by; what people
  recorded by hand has none;
- `tables`: for each its file, rows, bytes and SHA-256;
- `digest`: the SHA-256 of the manifest as it is with an empty digest. Whoever notes it apart from
  the cut can tell for ever whether the cut is the same: `answerable cut verify FOLDER --digest
  DIGEST`.
"""


def as_page() -> str:
    """The page `docs/reference/cut.md`; ends with a line feed."""
    parts = (
        _TOP,
        "## The spine, victims, suspects and items of plans\n",
        *_built(),
        "## Cases\n",
        *(_table(table) for table in (CASES, GROUPING_TABLE, CORRECTIONS)),
        "## Organisations\n",
        *(_table(table) for table in OF_ORGANISATIONS),
        "## Codes, limits and days\n",
        *(_table(table) for table in LISTED.values()),
        "## Events\n",
        "Every table of events begins with these columns.\n",
        _columns(OF_EVERY_EVENT),
        *(_event_table(table) for table in EVENT_TABLES.values()),
    )
    return "\n".join(parts)


def _built() -> Iterator[str]:
    for name, statement in statements().items():
        yield _table(FROM_EVENTS[name])
        if name != "spine":
            # The columns of the spine say each for itself what they are built by.
            yield f"Built by:\n\n```sql\n{statement}\n```\n"


def _table(table: Table) -> str:
    return f"{_head(table)}{_columns(table.columns)}"


def _event_table(table: Table) -> str:
    own = [one for one in table.columns if one not in OF_EVERY_EVENT]
    if "happened_on" not in table.names:
        return _table(table)
    return f"{_head(table)}{_columns(own) if own else ''}"


def _head(table: Table) -> str:
    order, key = (", ".join(f"`{one}`" for one in some) for some in (table.order, table.key))
    return f"### `{table.name}`\n\n{table.about}. Sorted by {order}; key {key}.\n\n"


def _columns(columns: Iterable[Column]) -> str:
    rows = "".join(_row(one) for one in columns)
    return f"| column | type | what it says | empty |\n| --- | --- | --- | --- |\n{rows}"


def _row(column: Column) -> str:
    cells = (f"`{column.name}`", _TYPES[column.holds], _said(column), column.empty)
    return f"| {' | '.join(cells)} |\n"


def _said(column: Column) -> str:
    if not column.code_list:
        return column.about
    stop = "" if column.about.endswith("?") else "."
    its_list = "that `code_list` names" if column.code_list == VALUES else f"`{column.code_list}`"
    return f"{column.about}{stop} List: {its_list}"


_TYPES = {
    Holds.CASE: "int32, a case",
    Holds.NUMBER: "int32, a number",
    Holds.DAY: "int32, a day",
    Holds.COUNT: "int32, a count",
    Holds.FLAG: "boolean",
    Holds.CODE: "text, a code",
    Holds.OPEN_CODE: "text, a code",
    Holds.WORDS: "text",
}

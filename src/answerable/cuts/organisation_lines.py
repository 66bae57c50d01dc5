"""What a cut holds of organisations as JSON lines: how analysts hand it over without a site.

A line is an object that says what it is. `{"what": "in_post", …}` has `force`, `month_end_on` and
`people`, how many stood in each way by the codes of `Qualification`; a code without anybody may be
left out. `{"what": "pathway_review", …}` has `grouping`, `organisation`, `held_on`, `next_due_on`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import msgspec
from msgspec import Struct

from answerable.cuts.case_lines import UnusableLine
from answerable.cuts.organisations import InPost, OfOrganisations, PathwayReview
from answerable.cuts.tables import GROUPINGS
from answerable.records.codes.qualification import Qualification

if TYPE_CHECKING:
    _Grouping: TypeAlias = str
else:
    _Grouping = Literal[GROUPINGS]

_People: TypeAlias = Annotated[int, msgspec.Meta(ge=0)]


class _InPost(Struct, frozen=True, tag_field="what", tag="in_post", forbid_unknown_fields=True):
    force: int
    month_end_on: date
    people: dict[Qualification, _People]


class _Review(
    Struct, frozen=True, tag_field="what", tag="pathway_review", forbid_unknown_fields=True
):
    grouping: _Grouping
    organisation: int
    held_on: date
    next_due_on: date


def read_organisations(lines: Iterable[bytes]) -> OfOrganisations:
    """Every line of a file. Empty lines are passed over.

    Raises:
        UnusableLine: a line is neither of the two, or tells a month end of a force again.
    """
    decoder: msgspec.json.Decoder[_InPost | _Review] = msgspec.json.Decoder(_InPost | _Review)
    in_post: dict[tuple[int, date], InPost] = {}
    reviews = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = decoder.decode(line)
        except msgspec.DecodeError as problem:
            raise UnusableLine(
                f"Line {number} says nothing of organisations: {problem}."
            ) from problem
        if isinstance(one, _Review):
            reviews.append(
                PathwayReview(one.grouping, one.organisation, one.held_on, one.next_due_on)
            )
            continue
        if (one.force, one.month_end_on) in in_post:
            raise UnusableLine(
                f"Line {number}: an earlier line says who of this force was in post on "
                f"{one.month_end_on}. Keep one."
            )
        in_post[one.force, one.month_end_on] = InPost(one.force, one.month_end_on, one.people)
    return OfOrganisations(list(in_post.values()), reviews)

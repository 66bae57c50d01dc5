"""Whether a short text is a code of its list: a cut holds no text that is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from answerable.cuts.tables import NOT_IN_LIST, VALUES
from answerable.records.codes import characteristics, not_crimes, offences, outcomes

_VALUES = {
    version.code: frozenset(one.code for one in version.codes)
    for versions in characteristics.LISTS.values()
    for version in versions
}
_ANY_VALUE = frozenset[str]().union(*_VALUES.values())

IS_CODE: Mapping[str, Callable[[str], bool]] = {
    "outcomes": lambda code: outcomes.base(code) is not None,
    "offences": offences.is_offence_code,
    "not_crimes": not_crimes.NOT_CRIMES.__contains__,
    "code_lists": _VALUES.__contains__,
    VALUES: _ANY_VALUE.__contains__,
}
"""By what a column calls its list, whether a text is a code of it."""


def kept(code_list: str, code: str) -> str:
    """What a cut keeps of a code: the code itself, or `NOT_IN_LIST` of any other text."""
    return code if IS_CODE[code_list](code) else NOT_IN_LIST


def value_kept(code_list: str, value: str) -> str:
    """The same for an answer about a characteristic, which is a code of the list named with it."""
    return value if value in _VALUES.get(code_list, ()) else NOT_IN_LIST

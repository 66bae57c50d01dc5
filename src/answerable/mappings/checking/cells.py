"""What a cell comes to, and why it is doubtful: one expression of SQL each for a column."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from answerable.cuts.engine import literal
from answerable.mappings.checking.engine import listed
from answerable.mappings.code_lists import ACCEPTED
from answerable.mappings.dates import FORMATS, ISO, UNSTATED, has_two_digit_year
from answerable.mappings.profiles import Blank, Column, Holds

LONGEST_TEXT: Final = 4000
NO_VALUE_WORDS: Final = (
    *("null", "(null)", "<null>", "none", "nan", "nil", "n/a", "na", "#multivalue"),
    *("unknown", "not known", "not stated", "not recorded", "none recorded", "no data", "tbc"),
    *("cancelled", "decoy", "no incident linked", "-", "--", ".", "?", "*"),
)
"""Words that systems write where there is no value, or where one was lost: which of the two, only a
profile can say."""
_SAID: Final = frozenset({"none", "nil", "na", "n/a", "-", "--", ".", "?", "*"})
"""What somebody may well have written into a free text."""
_SPACE: Final = " \t\r\n\u00a0\u2007\u202f\ufeff"
_AROUND: Final = f"^[{_SPACE}]|[{_SPACE}]$"
_ERROR: Final = r"#(VALUE!|REF!|NAME\?|DIV/0!|NUM!|NULL!|N/A|SPILL!|CALC!|######*)"
_BROKEN: Final = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x{FFFD}]|ï¿½|Ã[\x{80}-\x{BF}]|â€|\?{4}"
_MANGLED: Final = r"[0-9]+([.,][0-9]+)?[eE]\+?[0-9]+"
_SERIAL: Final = r"[1-9][0-9]{4}([.,][0-9]+)?"
_WHOLE: Final = r"[+-]?[0-9]{1,9}(\.0+)?"
_EARLIEST: Final = date(1900, 1, 1)


def cleaned(name: str, column: Column) -> str:
    """The cell without spaces around it; null for nothing and for words that mean nothing."""
    text = trimmed(name)
    if not column.no_value:
        return text
    words = listed(word.strip().casefold() for word in column.no_value)
    return f"case when lower({text}) in {words} then null else {text} end"


def trimmed(name: str) -> str:
    """The cell without spaces around it; null for nothing.

    Most cells have none, and to see that costs a fifth of taking them away.
    """
    around = f"regexp_matches(r_{name}, {literal(_AROUND)})"
    without = f"nullif(trim(r_{name}, {literal(_SPACE)}), '')"
    return f"case when {around} then {without} else r_{name} end"


def value(name: str, column: Column) -> str:
    """What a cleaned cell comes to; null where it is nothing or doubtful."""
    text = f"c_{name}"
    match column.holds:
        case Holds.REFERENCE:
            plain = _reference(text)
            fits = f"regexp_full_match({plain}, {literal(column.pattern)})"
            return f"case when {fits} then {plain} end" if column.pattern else plain
        case Holds.DATE:
            return _date(text, column)
        case Holds.CODE:
            return _code(text, column)
        case Holds.CODES:
            parts = f"list_transform(string_split({text}, {literal(column.separator)}), "
            meant = f"{parts}lambda one: {_code(f'trim(one, {literal(_SPACE)})', column)})"
            return (
                f"case when len(list_filter({meant}, lambda one: one is null)) = 0 then {meant} end"
            )
        case Holds.YES_NO:
            yes = listed(word.casefold() for word in column.yes)
            no = listed(word.casefold() for word in column.no)
            is_no = f"when lower({text}) in {no} then false"
            return f"case when lower({text}) in {yes} then true {is_no} end"
        case Holds.WHOLE:
            fits = f"regexp_full_match({text}, {literal(_WHOLE)})"
            return f"case when {fits} then try_cast(try_cast({text} as double) as integer) end"
        case Holds.TEXT:
            return text


def doubt(name: str, column: Column, as_at: date) -> str:
    """The code of what is doubtful about a cell; null where nothing is."""
    text, meant = f"c_{name}", f"t_{name}"
    blank = f"case when b_{name} then 'blank' end" if column.blank is Blank.NEVER else "null"
    sound = _sound(meant, column, as_at)
    return (
        f"case when {text} is null then {blank} {sound} "
        f"when regexp_full_match(upper({text}), {literal(_ERROR)}) then 'spreadsheet_error' "
        f"when regexp_full_match(lower({text}), {literal(_words_of(column))}) then 'no_value_word' "
        f"{_why_not(text, meant, column, as_at)} end"
    )


def _words_of(column: Column) -> str:
    """The words that stand for no value, as a pattern: of a text, only those that are no answer."""
    words = (word for word in NO_VALUE_WORDS if column.holds is not Holds.TEXT or word not in _SAID)
    return "|".join(map(re.escape, words))


def more(name: str, column: Column, as_at: date) -> str:
    """What a message adds about a cell of a column, as an expression."""
    least = column.least if column.least is not None else 0
    if column.holds is Holds.WHOLE:
        most = f" and {column.most}" if column.most is not None else " or more"
        between = "it would be between" if column.most is not None else "it would be"
        return literal(f"{between} {least}{most}")
    if column.holds is Holds.DATE:
        earliest = column.earliest or _EARLIEST
        return (
            f"case d_{name} when 'too_early' then {literal(f'nothing is before {earliest}')} "
            f"else {literal(str(as_at))} end"
        )
    return literal(f"{LONGEST_TEXT:,}")


def _sound(meant: str, column: Column, as_at: date) -> str:
    """When a cell that came to something is right: the common case, asked first."""
    conditions = [f"{meant} is not null"]
    if column.holds is Holds.DATE:
        conditions.append(f"{meant} >= date {literal(str(column.earliest or _EARLIEST))}")
        if not column.may_be_future:
            conditions.append(f"{meant} <= date {literal(str(as_at))}")
    if column.holds is Holds.WHOLE:
        conditions.append(_in_range(meant, column))
    if column.holds is Holds.TEXT:
        return ""
    return f"when {' and '.join(conditions)} then null"


def _in_range(meant: str, column: Column) -> str:
    least = column.least if column.least is not None else 0
    most = f" and {meant} <= {column.most}" if column.most is not None else ""
    return f"{meant} >= {least}{most}"


def _why_not(text: str, meant: str, column: Column, as_at: date) -> str:
    match column.holds:
        case Holds.REFERENCE:
            mangled = f"regexp_full_match({text}, {literal(_MANGLED)})"
            return f"when {mangled} then 'mangled_reference' else 'reference_shape'"
        case Holds.DATE:
            serial = f"regexp_full_match({text}, {literal(_SERIAL)})"
            differ = _readings_differ(text, column)
            ambiguous = f"when {differ} then 'ambiguous_date'" if differ else ""
            early = f"when {meant} < date {literal(str(as_at))} then 'too_early'"
            return (
                f"when {serial} then 'serial_date' {ambiguous} {early} "
                f"when {meant} is not null then 'future_date' else 'not_a_date'"
            )
        case Holds.CODE | Holds.CODES:
            return "else 'unknown_code'"
        case Holds.YES_NO:
            return "else 'not_yes_or_no'"
        case Holds.WHOLE:
            return f"when {meant} is null then 'not_a_number' else 'number_out_of_range'"
        case Holds.TEXT:
            broken = f"regexp_matches({text}, {literal(_BROKEN)})"
            return (
                f"when length({text}) > {LONGEST_TEXT} then 'too_long' "
                f"when {broken} then 'broken_characters'"
            )


def _reference(text: str) -> str:
    return f"upper(regexp_replace({text}, '[\\s\\x{{A0}}]+', '', 'g'))"


def _code(text: str, column: Column) -> str:
    cases = " ".join(
        f"when {literal(word.strip().casefold())} then {literal(meaning)}"
        for word, meaning in column.codes.items()
    )
    own = f"case lower({text}) {cases} end"
    if not column.code_list:
        return own
    pattern = ACCEPTED[column.code_list].pattern
    listed_code = f"case when regexp_full_match({text}, {literal(pattern)}) then {text} end"
    return f"coalesce({own}, {listed_code})" if column.codes else listed_code


def _date(text: str, column: Column) -> str:
    iso = f"try_strptime({text}, [{', '.join(map(literal, ISO))}])"
    readings = ", ".join(_readings(text, column))
    plain = f"coalesce({readings})"
    differ = _readings_differ(text, column)
    unless = f"when {differ} then null" if differ else ""
    return f"cast(case when {text} like '____-__-__%' then {iso} {unless} else {plain} end as date)"


def _readings(text: str, column: Column) -> list[str]:
    """Each way in which a date may be read; null where it cannot be read so."""
    return [
        _with_century(parsed, column)
        if has_two_digit_year(name)
        else f"case when year({parsed}) >= 1000 then {parsed} end"
        for name in column.formats or UNSTATED
        for parsed in (f"try_strptime({text}, {literal(FORMATS[name])})",)
    ]


def _with_century(parsed: str, column: Column) -> str:
    first = column.century_from or _EARLIEST.year
    return (
        f"case when year({parsed}) < {first} then {parsed} + interval 100 years "
        f"when year({parsed}) > {first + 99} then {parsed} - interval 100 years else {parsed} end"
    )


def _readings_differ(text: str, column: Column) -> str:
    """When a date can be read in two ways; empty where the formats leave no choice."""
    formats = column.formats or UNSTATED
    if not any(name.startswith("mm") for name in formats) or len(formats) == 1:
        return ""
    every = ", ".join(_readings(text, column))
    return f"coalesce(least({every}) <> greatest({every}), false)"

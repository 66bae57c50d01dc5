"""Every reason for which a row is set aside, with what to do about it: one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """One reason for which rows are set aside."""

    code: str
    title: str
    """In a few words, without anything that was found."""
    what: str
    """What is doubtful; `{cell}`, `{heading}` and `{more}` stand for what was found."""
    do: str
    """What whoever sent the file can do."""
    is_of_row_alone: bool = False
    """Whether it says nothing against the other rows of the case."""


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        kind.code: kind
        for kind in (
            Kind(
                "too_few_cells",
                "Too few cells",
                "The row has fewer cells than there are headings, so nobody can tell which cell is "
                "which.",
                "Export the row again, with a separator for every column.",
            ),
            Kind(
                "too_many_cells",
                "Too many cells",
                "The row has more cells than there are headings: they have moved to the right.",
                "Put quotation marks around cells that hold the separator, and export the row "
                "again.",
            ),
            Kind(
                "mixed_encoding",
                "Bytes of another encoding",
                "The row holds bytes that are not of the file’s encoding (shown as \\x and two "
                "figures).",
                "Export the file in one encoding, best UTF-8.",
            ),
            Kind(
                "blank",
                "Empty cell that is always filled",
                "“{heading}” is empty, and the source always fills it.",
                "Fill it in the source. In a workbook, take merged cells apart: only the first of "
                "them holds the value.",
            ),
            Kind(
                "no_value_word",
                "Word in place of a value",
                "“{cell}” stands in “{heading}” where a value is expected.",
                "Ask what the source means by it. If it always means nothing, say so in the "
                "profile.",
            ),
            Kind(
                "spreadsheet_error",
                "Error of a spreadsheet program",
                "“{cell}” in “{heading}” is an error of a spreadsheet program, not a value.",
                "Correct the formula, or export from the record system without a spreadsheet.",
            ),
            Kind(
                "broken_characters",
                "Broken characters",
                "“{heading}” holds characters that were broken on the way: {cell}",
                "Export again in UTF-8, or in the encoding that the profile states.",
            ),
            Kind(
                "mangled_reference",
                "Reference turned into a number",
                "“{cell}” in “{heading}” was a reference, which a spreadsheet program took for a "
                "large number.",
                "Export again without opening the file in a spreadsheet program, or format the "
                "column as text first.",
            ),
            Kind(
                "reference_shape",
                "Reference of another shape",
                "“{cell}” in “{heading}” has not the shape of a reference of this source.",
                "Check it in the source: figures may be missing, zeros at the front above all.",
            ),
            Kind(
                "unknown_code",
                "Code that the profile does not know",
                "“{cell}” in “{heading}” is no code that the profile knows.",
                "Check it in the source. If it is new, add what it means to a version of the "
                "profile.",
            ),
            Kind(
                "not_yes_or_no",
                "Neither yes nor no",
                "“{cell}” in “{heading}” is neither a yes nor a no that the profile knows.",
                "Check it in the source, or add the word to a version of the profile.",
            ),
            Kind(
                "not_a_number",
                "No whole number",
                "“{cell}” in “{heading}” is no whole number.",
                "Check it in the source.",
            ),
            Kind(
                "number_out_of_range",
                "Number that cannot be right",
                "“{cell}” in “{heading}” cannot be right: {more}.",
                "Check it in the source. Nothing is rounded or cut off.",
            ),
            Kind(
                "not_a_date",
                "No date",
                "“{cell}” in “{heading}” is no date, or none that is written as the profile says.",
                "Check that the day exists. If the source writes dates in another way, say so in a "
                "version of the profile.",
            ),
            Kind(
                "serial_date",
                "Date as a number",
                "“{cell}” in “{heading}” is a number by which a spreadsheet program counts days.",
                "Format the column as date before the export. Programs count from different days, "
                "so nobody guesses here.",
            ),
            Kind(
                "ambiguous_date",
                "Date with two readings",
                "“{cell}” in “{heading}” can be read with the day first or the month first.",
                "Say in the profile how this source writes dates.",
            ),
            Kind(
                "swapped_date",
                "Day and month perhaps swapped",
                "“{cell}” in “{heading}” may have day and month swapped: some dates of the column "
                "were turned into dates by a spreadsheet program and others were left as text.",
                "Export from the record system again without opening the file in a spreadsheet "
                "program.",
            ),
            Kind(
                "too_early",
                "Date too early to be right",
                "“{cell}” in “{heading}” is too early to be right: {more}.",
                "Check it in the source.",
            ),
            Kind(
                "future_date",
                "Date after the day of the extract",
                "“{cell}” in “{heading}” is after the day of the extract, {more}.",
                "Check it in the source, and the day that was given for the extract.",
            ),
            Kind(
                "too_long",
                "Too long",
                "“{heading}” holds more than {more} characters.",
                "Shorten it in the source. Nothing is cut off here.",
            ),
            Kind(
                "headings_again",
                "Headings repeated",
                "The row repeats the headings.",
                "Nothing is to be done, if files were joined. Else export again.",
                is_of_row_alone=True,
            ),
            Kind(
                "totals_row",
                "Total, not a record",
                "The row is a total, not a record.",
                "Leave totals out of the export.",
                is_of_row_alone=True,
            ),
            Kind(
                "same_row_twice",
                "The same row twice",
                "The row is the same as row {more}.",
                "Nothing is to be done if it is one record: row {more} went on or says why not.",
                is_of_row_alone=True,
            ),
            Kind(
                "same_key_differs",
                "Two rows differ about the same",
                "Row {more} is about the same, and says something else.",
                "Find out which of the two is right, and send that one.",
            ),
            Kind(
                "contradicts_row",
                "Contradicts another row",
                "“{heading}” says “{cell}” here and something else on row {more} of the same.",
                "Find out which is right, and send all rows of the case again.",
            ),
            Kind(
                "needed_for_event",
                "Empty cell beside a dated event",
                "“{heading}” is empty, but {more} is dated.",
                "Fill it in the source. Nothing is assumed in its place.",
            ),
            Kind(
                "no_such_entry",
                "Names an entry that is not there",
                "“{heading}” names entry {cell}, and no entry of that kind in this file has it for "
                "this case.",
                "Send the entries of a case in one file, or check the number.",
            ),
            Kind(
                "cannot_be",
                "Days or facts that cannot be",
                "{more}",
                "Check the days and facts in the source.",
            ),
            Kind(
                "waits_for_row",
                "Waits for another row of the case",
                "The row itself is right. It waits because row {more} of the same case is not.",
                "Correct row {more}; then send both.",
            ),
            Kind(
                "names_set_aside",
                "Waits for an entry that it names",
                "The row itself is right. It waits because entry {cell}, which it names, does.",
                "Correct that entry; then send both.",
            ),
        )
    }
)
"""Every kind of doubt, by its code."""
PROPAGATED: Final = ("waits_for_row", "names_set_aside")
"""What is put down to another row."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why one row is set aside."""

    row: int
    """As a spreadsheet program counts, the first row of the file being 1."""
    code: str
    column: str
    """The name of the column in the profile; empty where it is the row as a whole."""
    heading: str
    cell: str
    """What stands there, as it was sent."""
    more: str = ""

    @property
    def sentence(self) -> str:
        """What is doubtful, in one or two sentences."""
        return self._filled(KINDS[self.code].what)

    @property
    def what_to_do(self) -> str:
        """What whoever sent the file can do."""
        return self._filled(KINDS[self.code].do)

    def _filled(self, words: str) -> str:
        return words.format(cell=self.cell, heading=self.heading, more=self.more)

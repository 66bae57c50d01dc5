"""The page of what invented cases are calibrated to, made from the table of parameters."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.synthetic.cases.parameters import PARAMETERS, Parameter

_HEAD = """\
# What invented cases are calibrated to

`answerable synth` invents cases from these numbers and from no others. **A number that no source
gives is assumed, and says so**: nothing about real cases follows from it. “Chosen” is a value
within the range that several sources leave. Every case is invented.

What is read off many cases comes out near these numbers, not exactly: nothing is known after the
last day, so the longest cases are missing. `python3 run.py prove synth-cases` prints both.

This page is made from the data: `answerable synth-parameters > docs/reference/invented-cases.md`.

| parameter | value | unit | how sure | source, and what to know |
| --- | --- | --- | --- | --- |
"""


def as_page() -> str:
    """The page as Markdown."""
    return _HEAD + "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    for one in PARAMETERS.values():
        cells = (f"`{one.name}`", _value(one), one.unit, one.mark.label, _source(one))
        yield f"| {' | '.join(cells)} |"


def _value(parameter: Parameter) -> str:
    if isinstance(parameter.value, int | float):
        return f"{parameter.value:g}"
    return "; ".join(f"{name} {share:g}" for name, share in parameter.value.items())


def _source(parameter: Parameter) -> str:
    address, _, period = parameter.source.partition(", ")
    source = f"[{period or 'source'}]({address})" if address else ""
    said = [one for one in (source, parameter.note) if one]
    return "; ".join(said)

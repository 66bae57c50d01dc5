"""Every definition of a measure, one file each: `DEFINITIONS` has them by name.

A file that is added here is a measure; nothing else has to name it.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from answerable.measures.definition import Definition


def _read(module: str) -> Definition:
    found = import_module(f"{__name__}.{module}").DEFINITION
    if not isinstance(found, Definition):
        raise TypeError(f"{module} has no definition under the name DEFINITION.")
    return found


_DIGITS = 2
"""Of the number of a recommendation, so that 12 comes after 7."""


def _in_order(definition: Definition) -> tuple[str, str]:
    return definition.recommendations[0].rjust(_DIGITS), definition.name


DEFINITIONS: dict[str, Definition] = {
    one.name: one
    for one in sorted((_read(module.name) for module in iter_modules(__path__)), key=_in_order)
}
"""By recommendation, then by name."""

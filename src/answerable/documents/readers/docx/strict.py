"""Word files saved as "Strict Open XML": the same elements under other names."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

_MAIN_RELATIONS: Final = "_rels/.rels"
_STRICT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL: Final = rb"http://schemas.openxmlformats.org/\1/2006/"


def with_usual_names(data: bytes) -> bytes:
    """The file with the names that Word usually gives; one that has them already as it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if _MAIN_RELATIONS not in package.namelist() or not _STRICT.search(
            package.read(_MAIN_RELATIONS)
        ):
            return data
        renamed = io.BytesIO()
        with zipfile.ZipFile(renamed, "w") as copy:
            for name in package.namelist():
                part = package.read(name)
                is_markup = name.endswith((".xml", ".rels"))
                copy.writestr(name, _STRICT.sub(_USUAL, part) if is_markup else part)
    return renamed.getvalue()

"""What a scan found: where, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final


class FindingKind(StrEnum):
    """What was found in a file."""

    HELD = "held"
    OPAQUE = "opaque"
    ATTACHMENT = "attachment"
    SCRIPT = "script"
    MACRO = "macro"
    FORM = "form"
    LAYER = "layer"
    ANNOTATION = "annotation"
    COMMENT = "comment"
    TRACKED_CHANGE = "tracked_change"
    EARLIER_REVISION = "earlier_revision"
    HIDDEN_SHEET = "hidden_sheet"
    HIDDEN_CELLS = "hidden_cells"
    HIDDEN_TEXT = "hidden_text"
    HIDDEN_CHARACTERS = "hidden_characters"
    CACHE = "cache"
    EXTERNAL_LINK = "external_link"
    CUSTOM_PROPERTY = "custom_property"
    PICTURE_METADATA = "picture_metadata"
    THUMBNAIL = "thumbnail"
    STRAY_BYTES = "stray_bytes"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that has no place in a public file."""

    kind: FindingKind
    path: tuple[str, ...]
    """The way to it: the file, then what was unpacked from what."""
    label: str = ""
    """Of a needle, what it is called; of what could not be looked through, why. Never the words."""

    @property
    def where(self) -> str:
        """The way in one line."""
        return " › ".join(self.path)

    @property
    def sentence(self) -> str:
        """What to tell a person."""
        told = f"{self.where}: {_SENTENCES[self.kind]}"
        return f"{told} ({self.label})." if self.label else f"{told}."

    def as_json(self) -> dict[str, Any]:
        """Plain data; `from_json` is its inverse."""
        return {"kind": self.kind, "path": list(self.path), "label": self.label}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Finding:
        """A finding from the plain data of `as_json`."""
        return cls(FindingKind(data["kind"]), tuple(data["path"]), data["label"])


_SENTENCES: Final = {
    FindingKind.HELD: "holds something that must not be public",
    FindingKind.OPAQUE: "could not be looked through",
    FindingKind.ATTACHMENT: "another file is attached or embedded",
    FindingKind.SCRIPT: "a script, or an action that starts by itself",
    FindingKind.MACRO: "a macro",
    FindingKind.FORM: "a form with fields",
    FindingKind.LAYER: "layers that can be switched on and off",
    FindingKind.ANNOTATION: "a note or a mark of a reader",
    FindingKind.COMMENT: "a comment",
    FindingKind.TRACKED_CHANGE: "tracked changes, with what was deleted",
    FindingKind.EARLIER_REVISION: "an earlier revision of the file",
    FindingKind.HIDDEN_SHEET: "a hidden sheet",
    FindingKind.HIDDEN_CELLS: "hidden rows or columns",
    FindingKind.HIDDEN_TEXT: "text that is set so that nobody sees it",
    FindingKind.HIDDEN_CHARACTERS: "characters that nobody sees and that spell something",
    FindingKind.CACHE: "a copy of data behind a pivot table or a connection",
    FindingKind.EXTERNAL_LINK: "a link to another file, with what was read from it",
    FindingKind.CUSTOM_PROPERTY: "properties or data beside the document",
    FindingKind.PICTURE_METADATA: "remarks in a picture, such as where and by whom it was taken",
    FindingKind.THUMBNAIL: "a small picture of an earlier state",
    FindingKind.STRAY_BYTES: "bytes that belong to no part of the file",
}

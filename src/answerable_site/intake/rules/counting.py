"""Every row of a file once: what was read is what was loaded, unchanged, set aside or blank."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.mappings import DoesNotAddUp


@dataclass(frozen=True, slots=True)
class Counts:
    """The rows of a load. There is no value of this that does not add up."""

    read: int
    """Rows under the headings."""
    loaded: int
    """Rows that told something new, or whose case is new."""
    unchanged: int
    """Rows that told only what is held already."""
    set_aside: int
    blank: int

    def __post_init__(self) -> None:
        parts = (self.loaded, self.unchanged, self.set_aside, self.blank)
        if min(parts) < 0 or self.read != sum(parts):
            raise DoesNotAddUp(
                f"{self.read} rows were read, but {self.loaded} are loaded, {self.unchanged} are "
                f"unchanged, {self.set_aside} are set aside and {self.blank} are blank. Nothing of "
                "this file was taken: tell the maintainers of the product."
            )

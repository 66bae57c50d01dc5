"""Which layers of a PDF are off, so that what is on them is not drawn (ISO 32000-1, 8.11)."""

from __future__ import annotations

from typing import Any


class Layers:
    """The layers of a file as it opens."""

    def __init__(self, pdf: Any) -> None:
        properties = pdf.Root.get("/OCProperties")
        self._off: set[tuple[int, int]] = set()
        if properties is None:
            return
        first = properties.get("/D", {})
        if str(first.get("/BaseState")) == "/OFF":
            self._off = {layer.objgen for layer in properties.get("/OCGs", [])}
            self._off -= {layer.objgen for layer in first.get("/ON", [])}
        self._off |= {layer.objgen for layer in first.get("/OFF", [])}

    def is_off(self, owner: Any) -> bool:
        """Whether a layer, or all layers of a group, are off.

        Args:
            owner: what stands under /OC or in the properties of marked content; None for nothing.
        """
        if owner is None:
            return False
        if str(owner.get("/Type")) == "/OCMD":
            members = owner.get("/OCGs", [])
            named = [members] if hasattr(members, "keys") else list(members)
            return bool(named) and all(one.objgen in self._off for one in named)
        return owner.objgen in self._off

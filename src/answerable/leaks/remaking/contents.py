"""What draws a page: its operators, without marks, remarks, unseen text and names of its maker.

Source: ISO 32000-1, sections 7.8 (content streams), 9.3.6 (rendering modes) and 14.6 (marked
content).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from answerable.leaks.remaking.layers import Layers

_SHOWS_TEXT: Final = {"Tj", "TJ", "'", '"'}
_PAINTS_PATH: Final = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}
_NAMED_BY: Final = {
    "Tf": "/Font",
    "Do": "/XObject",
    "gs": "/ExtGState",
    "sh": "/Shading",
    "scn": "/Pattern",
    "SCN": "/Pattern",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
}
"""The kind of resource that an operator names."""
_KEPT_NAMES: Final = {"/ColorSpace"}
"""Pictures within a page name these too, inside their own bytes."""
_INVISIBLE: Final = (3, 7)


class Contents:
    """Rewrites the operators of pages, and of the forms and patterns that pages draw."""

    def __init__(self, pdf: Any, layers: Layers) -> None:
        self._pdf, self._layers = pdf, layers

    def rewritten(self, drawn: Any, resources: Any) -> tuple[Any, Any]:
        """The operators as a new stream, and a dictionary of the resources that they name.

        Args:
            drawn: a page, form or pattern.
            resources: its dictionary.
        """
        import pikepdf

        rewriting = _Rewriting(resources, self._layers)
        operators = rewriting.kept(pikepdf.parse_content_stream(drawn))
        stream = self._pdf.make_stream(pikepdf.unparse_content_stream(operators))
        return stream, rewriting.resources_used()


class _Rewriting:
    """One stream of operators on its way."""

    def __init__(self, resources: Any, layers: Layers) -> None:
        self._resources, self._layers = resources, layers
        self._used: dict[tuple[str, str], str] = {}
        self._marks: list[bool] = []
        """Of each mark that is open, whether its layer is off."""
        self._modes = [0]
        """The rendering mode of text now, and those that were put aside."""

    def kept(self, instructions: Iterable[Any]) -> list[Any]:
        return [one for given in instructions if (one := self._one(given)) is not None]

    def resources_used(self) -> Any:
        import pikepdf

        used = pikepdf.Dictionary()
        for (kind, old), new in self._used.items():
            if kind not in used:
                used[kind] = pikepdf.Dictionary()
            used[kind][new] = self._resources[kind][old]
        if "/ColorSpace" in self._resources:
            used["/ColorSpace"] = self._resources["/ColorSpace"]
        return used

    def _one(self, given: Any) -> Any:
        """The instruction to write in place of one, or None."""
        import pikepdf

        if isinstance(given, pikepdf.ContentStreamInlineImage):
            return None if any(self._marks) else given
        operator, operands = str(given.operator), list(given.operands)
        if self._is_mark(operator, operands):
            return None
        self._follow(operator, operands)
        if any(self._marks) and operator in _PAINTS_PATH:
            return pikepdf.ContentStreamInstruction([], pikepdf.Operator("n"))
        is_unseen = any(self._marks) or self._modes[-1] in _INVISIBLE
        if is_unseen and (operator in _SHOWS_TEXT or operator == "Tr"):
            return None
        if operator == "Do" and (any(self._marks) or self._is_off(operands)):
            return None
        return pikepdf.ContentStreamInstruction(
            self._renamed(operator, operands), pikepdf.Operator(operator)
        )

    def _is_mark(self, operator: str, operands: list[Any]) -> bool:
        if operator in ("BMC", "BDC"):
            self._marks.append(operator == "BDC" and self._layer_is_off(operands))
        elif operator == "EMC":
            if self._marks:
                self._marks.pop()
        elif operator not in ("MP", "DP", "BX", "EX"):
            return False
        return True

    def _layer_is_off(self, operands: list[Any]) -> bool:
        if str(operands[0]) != "/OC":
            return False
        named = self._resources.get("/Properties", {})
        return self._layers.is_off(named.get(str(operands[1])))

    def _is_off(self, operands: list[Any]) -> bool:
        named = self._resources.get("/XObject", {}).get(str(operands[0]))
        return named is None or self._layers.is_off(named.get("/OC"))

    def _follow(self, operator: str, operands: list[Any]) -> None:
        if operator == "Tr":
            self._modes[-1] = int(operands[0])
        elif operator == "q":
            self._modes.append(self._modes[-1])
        elif operator == "Q" and len(self._modes) > 1:
            self._modes.pop()

    def _renamed(self, operator: str, operands: list[Any]) -> list[Any]:
        """The operands with a number in place of each name that the maker of the file chose."""
        import pikepdf

        kind = _NAMED_BY.get(operator, "")
        at = 0 if operator == "Tf" else len(operands) - 1
        is_named = kind and operands and isinstance(operands[at], pikepdf.Name)
        if not is_named or kind in _KEPT_NAMES:
            return operands
        old = str(operands[at])
        if old not in self._resources.get(kind, {}):
            return operands
        new = self._used.setdefault((kind, old), f"/R{len(self._used)}")
        operands[at] = pikepdf.Name(new)
        return operands

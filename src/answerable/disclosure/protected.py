"""What may be shown: a table without anything hidden, and the proof that it is safe."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from answerable.disclosure.audit import Audit
from answerable.disclosure.release import Cell, Release, Symbol, Why
from answerable.disclosure.table import Labels


@dataclass(frozen=True)
class Proof:
    """By what a table was protected and how that was checked."""

    policy: dict[str, Any]
    audit: Audit
    is_fewest: bool
    """Whether it was proven that hiding fewer would not do."""
    ledger: str
    """The digest of the last release that it was held against; empty without any."""


@dataclass(frozen=True)
class ProtectedTable:
    """A table that may be shown. Made by `protect` alone; what is hidden is only in `release`."""

    release: Release
    """For the ledger, never for the public: it holds hidden counts."""
    proof: Proof

    @cached_property
    def shown(self) -> dict[Labels, int | str]:
        """What is shown of each cell: a number, or the symbol of why there is none."""
        return {cell.labels: self._shown(cell) for cell in self.release.cells}

    def _shown(self, cell: Cell) -> int | str:
        if cell.why is Why.SHOWN:
            return self.release.shown(cell)
        if cell.why is Why.STRUCTURAL:
            return 0
        return Symbol.CONFIDENTIAL.value

    @property
    def hidden(self) -> Counter[Why]:
        """How many cells are hidden, by why. For analysts: the public reads one symbol for all."""
        return Counter(cell.why for cell in self.release.cells if not cell.is_shown)

    def as_json(self) -> dict[str, Any]:
        """What may be shown, as plain data, with the proof."""
        hidden = self.hidden
        return {
            "cells": [
                dict(zip(self.release.by, labels, strict=True)) | {"shown": shown}
                for labels, shown in self.shown.items()
            ],
            "rounded_to": self.release.rounding,
            "audit": {
                "passed": self.proof.audit.passed,
                "cells_hidden": hidden.total(),
                "primary": hidden[Why.SMALL],
                "secondary": hidden.total() - hidden[Why.SMALL],
                "narrowest_interval": self.proof.audit.narrowest,
                "releases": self.proof.audit.releases,
            },
            "policy": self.proof.policy,
        }

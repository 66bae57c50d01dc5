"""Every way of hiding words, over all kinds of file."""

from __future__ import annotations

from bench.hiding import pdfs, pictures, sheets, texts, words
from bench.hiding.way import Way

WAYS: list[Way] = [*words.WAYS, *sheets.WAYS, *texts.WAYS, *pdfs.WAYS, *pictures.WAYS]

"""Nothing hidden is ever published: words planted in files and records are in no public byte.

Words are hidden in Word, Excel, PDF, OpenDocument, PNG and JPEG files, each file in one way. Every
file goes the way to the public: a PDF or picture is made anew, a document rendered from its words,
a spreadsheet refused. What comes out is searched by the scanner and by a second search that shares
no line with it. Clean files of each kind go the same way and must arrive. Then an office whose
records bear a canary in every text publishes all that it can, and every public byte is searched.
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from answerable.documents import Unreadable
from answerable.leaks import Needle, look_through, remade, rendered, scan
from answerable.writing.docx import to_docx
from answerable.writing.html import to_html
from answerable.writing.odt import to_odt
from answerable.writing.pdf import to_pdf
from bench.databases import told_on_each
from bench.hiding.all_ways import WAYS
from bench.hiding.controls import CONTROLS, WORDS
from bench.hiding.second_search import holds
from bench.hiding.way import Way
from bench.proof import Proof

MARKER = "QZX4711VW9"
NEEDLE = Needle("canary", MARKER)
WORKERS = 2
"""Files at once: each is opened in a child of its own."""
LEAST_WAYS = 60
LEAST_CANARIES = 500
NEVER_PASSES = {"xlsx"}
RENDERED = {"docx", "odt"}
GOAL = (
    f"words hidden in {LEAST_WAYS} ways or more: 0 in public bytes, every clean file arrives with "
    f"its words and no spreadsheet does; {LEAST_CANARIES} canaries or more in records on each "
    "database, everything published: 0 in public bytes, 0 structure that has no place there"
)


@dataclass(frozen=True)
class Outcome:
    """What became of one file on its way to the public."""

    way: Way
    was_found: bool
    """By the scanner, in the file as it was sent."""
    refused: bool
    leaked: bool
    """Whether what came out holds the words, by either search, or structure that has no place."""


def prove(*, full: bool) -> Proof:  # noqa: ARG001
    """Send every file its way; then plant, publish and search on both databases."""
    with ThreadPoolExecutor(WORKERS) as pool:
        outcomes = list(pool.map(_outcome, WAYS))
    clean = {kind: _arrives(kind) for kind in CONTROLS}
    figures, not_run = told_on_each("bench.publishing", name="canaries", at_once=True)
    ways = {
        "ways of hiding words": dict(Counter(one.way.kind for one in outcomes)),
        "made anew or rendered without them": sum(
            not one.refused and not one.leaked for one in outcomes
        ),
        "refused, so that nothing was published": sum(one.refused for one in outcomes),
        "in public bytes": [one.way.called for one in outcomes if one.leaked],
        "found by the scanner in the files as they were sent": sum(
            one.was_found for one in outcomes
        ),
        "not found there": [one.way.called for one in outcomes if not one.was_found],
        "clean files that arrive": clean,
    }
    return Proof(
        claim="Nothing hidden is ever published",
        figures={"files": ways, "records": figures},
        goal=GOAL,
        holds=(
            len(outcomes) >= LEAST_WAYS
            and not ways["in public bytes"]
            and all(arrives is (kind not in NEVER_PASSES) for kind, arrives in clean.items())
            and all(
                told["canaries"] >= LEAST_CANARIES
                and not told["found"]
                and not told["structure that has no place in public"]
                for told in figures.values()
            )
        ),
        not_run=not_run,
    )


def _outcome(way: Way) -> Outcome:
    sent = way.make(MARKER)
    was_found = any(one.label == NEEDLE.label for one in scan(sent, [NEEDLE]))
    try:
        public = _published(way.kind, sent)
    except Unreadable:
        return Outcome(way, was_found, refused=True, leaked=False)
    leaked = any(holds(one, MARKER) or look_through("file", one, [NEEDLE]) for one in public)
    return Outcome(way, was_found, refused=False, leaked=bool(leaked))


def _arrives(kind: str) -> bool:
    """Whether a clean file reaches the public, with its words if it has some."""
    try:
        public = _published(kind, CONTROLS[kind]())
    except Unreadable:
        return False
    if kind in RENDERED:
        return WORDS.encode() in public[-1]
    return all(public)


def _published(kind: str, sent: bytes) -> list[bytes]:
    """The public files that are made of one that was sent.

    Raises:
        Unreadable: nothing is published.
    """
    if kind not in RENDERED:
        return [remade(sent).content]
    document = rendered(sent, title="A response", author_body="An office")
    return [
        to_pdf(document),
        to_docx(document),
        to_odt(document),
        to_html(document, start_level=1).encode(),
    ]

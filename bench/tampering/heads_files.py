"""Single tamperings with the file of heads, by somebody without the key."""

from __future__ import annotations

import random
from dataclasses import replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tests.site.audit.acts import Office

from answerable_site.audit import queries, rules
from bench.tampering.attacks import Attack
from bench.tampering.records import Dump


def character_changed(chance: random.Random, office: Office, _dump: Dump) -> None:
    """Change one character anywhere."""
    text = office.file.read_text()
    at = chance.randrange(len(text))
    other = chance.choice([one for one in "0a\n" if one != text[at]])
    office.file.write_text(f"{text[:at]}{other}{text[at + 1 :]}")


def line_removed(chance: random.Random, office: Office, _dump: Dump) -> None:
    """Take out one line, perhaps the last."""
    lines = office.file.read_text().splitlines(keepends=True)
    lines.pop(chance.randrange(len(lines)))
    office.file.write_text("".join(lines))


def end_cut(chance: random.Random, office: Office, _dump: Dump) -> None:
    """Cut the file off somewhere."""
    text = office.file.read_text()
    office.file.write_text(text[: chance.randrange(len(text))])


def removed(_chance: random.Random, office: Office, _dump: Dump) -> None:
    """Take the file away."""
    office.file.unlink()


def forged_line(_chance: random.Random, office: Office, _dump: Dump) -> None:
    """Add a head over the true record, signed with a key of one’s own."""
    last = queries.last_head(office.file)
    forged = rules.sign(
        after=last,
        size=last.size if last else 0,
        root=last.root if last else rules.GENESIS,
        at=office.later(),
        key=Ed25519PrivateKey.generate(),
    )
    with office.file.open("a") as file:
        file.write(forged.line() + "\n")


def unsigned_line(_chance: random.Random, office: Office, _dump: Dump) -> None:
    """Add a head that names the office’s key, with the signature of the head before."""
    last = queries.last_head(office.file)
    if last:
        false = replace(last, number=last.number + 1, previous=last.digest())
        with office.file.open("a") as file:
            file.write(false.line() + "\n")


def forged_file(_chance: random.Random, office: Office, _dump: Dump) -> None:
    """Sign all heads anew with a key of one’s own, which introduces nobody."""
    key, last, lines = Ed25519PrivateKey.generate(), None, []
    for head in queries.read_heads(office.file).heads:
        last = rules.sign(after=last, size=head.size, root=head.root, at=head.moment, key=key)
        lines.append(last.line() + "\n")
    office.file.write_text("".join(lines))


ON_THE_HEADS: dict[str, Attack] = {
    "heads: a character changed": character_changed,
    "heads: a line removed": line_removed,
    "heads: the end cut": end_cut,
    "heads: the file removed": removed,
    "heads: a line forged": forged_line,
    "heads: a line without signature": unsigned_line,
    "heads: the file forged": forged_file,
}

"""Measure a claim of the product: `python -m bench NAME [--full]`, or `--list` for the names.

The last line printed is one line of JSON. Exit status 0 if the claim holds, 1 if it does not,
2 if there is no such claim.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import sys
import traceback
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.proof import Proof

HERE = Path(__file__).resolve().parent


def main(arguments: list[str]) -> int:
    """Carry out one command line; answers the exit status."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("name", nargs="?", help="the claim to measure, such as: extraction")
    parser.add_argument("--full", action="store_true", help="measure beyond ten minutes")
    parser.add_argument("--list", action="store_true", help="name all claims")
    wanted = parser.parse_args(arguments)
    claims = proofs()
    if wanted.list:
        for name, about in claims.items():
            print(f"{name:24} {about}")
        return 0
    if wanted.name not in claims:
        known = ", ".join(claims) or "none yet"
        asked = f"There is no proof {wanted.name!r}." if wanted.name else "Name a proof."
        print(f"{asked} The proofs are: {known}.", file=sys.stderr)
        return 2
    proof = carry_out(wanted.name, full=wanted.full)
    show(proof)
    print(json.dumps(proof.as_json(), ensure_ascii=False))
    return 0 if proof.stands else 1


def proofs() -> dict[str, str]:
    """The names of all proofs with the first line of what each says about itself."""
    found = {}
    for path in sorted(HERE.glob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.FunctionDef) and node.name == "prove" for node in module.body):
            about = (ast.get_docstring(module) or "").partition("\n")[0]
            found[path.stem.replace("_", "-")] = about
    return found


def carry_out(name: str, *, full: bool) -> Proof:
    """The proof of that name, measured now; one that breaks off is a proof that does not stand."""
    try:
        module = importlib.import_module(f"bench.{name.replace('-', '_')}")
        proof: Proof = module.prove(full=full)
    except Exception as error:  # noqa: BLE001 - whatever breaks, the last line must say so
        traceback.print_exc()
        broken = f"The proof broke off: {type(error).__name__}: {error}"
        return Proof(proofs()[name], {}, "the proof runs to its end", holds=False, not_run=[broken])
    return proof


def show(proof: Proof) -> None:
    """Print the figures as a table, with goal and verdict."""
    table = Table("measured", "figure", title=proof.claim, title_justify="left")
    for name, figure in proof.figures.items():
        table.add_row(name, worded(figure))
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(table)
    console.print(f"Goal: {proof.goal}", highlight=False)
    for sentence in proof.not_run:
        console.print(f"Not run: {sentence}", highlight=False, markup=False)
    console.print("The claim holds." if proof.stands else "The claim does not hold.")


def worded(figure: object) -> str:
    """A figure as a reader sees it: fractions to three places, lists and maps in words."""
    match figure:
        case float():
            return f"{figure:.3f}"
        case dict():
            return "\n".join(f"{key}: {worded(value)}" for key, value in figure.items())
        case list():
            return ", ".join(worded(value) for value in figure)
        case _:
            return str(figure)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

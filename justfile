# Recipes for people who work on Obligraph. `just` is optional: each line runs by itself in the virtual environment.

# Everything that must hold before a change lands.
check: lint types imports test

lint:
    ruff check .
    ruff format --check .

types:
    mypy

imports:
    lint-imports

test *args:
    python -m pytest -q {{ args }}

# How much of each room its own tests reach; `just coverage rules --missing` lists what they do not.
coverage *args:
    python -m tests.covered {{ args }}

# Rewrites expected outputs; read the difference before committing it.
golden:
    python -m tests.golden
    python -m tests.graph.golden_files
    git diff --stat

format:
    ruff check --fix .
    ruff format .

# Writes the parts of the reference that the program knows; then builds the documentation site, with warnings as errors.
docs:
    python -m tests.docs.commands
    zensical build --clean --strict

# Builds twice, installs the wheel on each Python and runs every command from an empty folder. Needs the network.
wheel:
    python -m tests.install.check_wheel

# Runs the quick tests with the lowest releases of the dependencies. Needs the network.
lowest *args:
    python -m tests.install.check_lowest {{ args }}

# Draws the pictures in docs/pictures anew; needs the program `dot`.
pictures:
    python -m tests.graph.pictures
    git diff --stat

# Changes the engine and the force table in thousands of ways, one at a time, and counts what the tests notice; takes an
# hour. `pip install mutmut` first; what was found stands in docs/testing.md.
mutation:
    mutmut run --max-children 2
    python -m tests.rules.force_mutants

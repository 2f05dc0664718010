"""The Python interface."""

import subprocess
import sys

import pytest

import obligraph


def test_every_name_leads_to_its_function() -> None:
    """Each name of the interface is there, and stands where its module says."""
    for name in obligraph.__all__:
        assert getattr(obligraph, name)


def test_unknown_names_are_refused() -> None:
    """A name that is not there is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="has no attribute 'rate_all'"):
        _ = obligraph.rate_all


def test_help_needs_no_heavy_import() -> None:
    """Importing the command line imports neither pydantic nor the engine."""
    code = "import sys, obligraph.cli.main; print({'pydantic', 'obligraph.engine'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

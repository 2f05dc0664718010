"""The one place that calls the program `dot`."""

from __future__ import annotations

import re

CREATED = re.compile(rb"/CreationDate \(D:[0-9Z+'-]*\)")
"""The moment at which a PDF was made, as its painter writes it."""


def run_dot(text: str, format_: str) -> bytes:
    """What `dot` makes of a DOT text; empty where `dot` is not installed or fails.

    Args:
        text: the DOT text.
        format_: the name of the format wanted, as `dot -T` takes it.
    """
    from subprocess import CalledProcessError

    from graphviz import ExecutableNotFound, pipe

    try:
        return bytes(pipe("dot", format_, text.encode("utf-8"), quiet=True))
    except (ExecutableNotFound, CalledProcessError):
        return b""


def paint(text: str, format_: str) -> bytes:
    """What graphviz paints where every place is given; empty where `dot` is not installed or fails.

    A PDF comes without the moment at which it was made, so that it is the same each time.

    Args:
        text: the DOT text, with the places of its nodes.
        format_: the name of the format wanted, as `dot -T` takes it.
    """
    from subprocess import CalledProcessError

    from graphviz import ExecutableNotFound, pipe

    try:
        painted = bytes(pipe("neato", format_, text.encode("utf-8"), neato_no_op=2, quiet=True))
    except (ExecutableNotFound, CalledProcessError):
        return b""
    # Blanks of the same length: a PDF counts the places of its parts.
    return CREATED.sub(lambda date: b" " * len(date[0]), painted) if format_ == "pdf" else painted


def has_dot() -> bool:
    """Whether `dot` can be called on this machine."""
    import shutil

    return shutil.which("dot") is not None

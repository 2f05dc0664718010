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
    return _answer("dot", format_, text)


def paint(text: str, format_: str) -> bytes:
    """What graphviz paints where every place is given; empty where `dot` is not installed or fails.

    A PDF comes without the moment at which it was made, so that it is the same each time.

    Args:
        text: the DOT text, with the places of its nodes.
        format_: the name of the format wanted, as `dot -T` takes it.
    """
    painted = _answer("neato", format_, text, neato_no_op=2)
    # Blanks of the same length: a PDF counts the places of its parts.
    return CREATED.sub(lambda date: b" " * len(date[0]), painted) if format_ == "pdf" else painted


def _answer(engine: str, format_: str, text: str, **options: int) -> bytes:
    from subprocess import CalledProcessError

    from graphviz import ExecutableNotFound, pipe

    try:
        return bytes(pipe(engine, format_, text.encode("utf-8"), quiet=True, **options))
    except (ExecutableNotFound, CalledProcessError):
        return b""


def has_dot() -> bool:
    """Whether `dot` can be called on this machine."""
    import shutil

    return shutil.which("dot") is not None

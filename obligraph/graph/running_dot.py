"""The one place that calls the program `dot`."""

from __future__ import annotations


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

    Args:
        text: the DOT text, with the places of its nodes.
        format_: the name of the format wanted, as `dot -T` takes it.
    """
    from subprocess import CalledProcessError

    from graphviz import ExecutableNotFound, pipe

    try:
        return bytes(pipe("neato", format_, text.encode("utf-8"), neato_no_op=2, quiet=True))
    except (ExecutableNotFound, CalledProcessError):
        return b""


def has_dot() -> bool:
    """Whether `dot` can be called on this machine."""
    import shutil

    return shutil.which("dot") is not None

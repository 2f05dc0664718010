"""Which engine answers: the reference evaluator, durable-rules as a second opinion, or both."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from obligraph.cli.chatter import say, tell

if TYPE_CHECKING:
    from obligraph.cli.assessing import Request
    from obligraph.report.view import View

Command = TypeVar("Command", bound=Callable[..., Any])

MOST_DIFFERENCES = 20
"""The most differences that are written out."""


def engine_option(*engines: str) -> Callable[[Command], Command]:
    """Adds `--engine`; the command receives `engine: str`. The first engine named is the default."""
    return click.option(
        "--engine",
        type=click.Choice(engines),
        default=engines[0],
        show_default=True,
        help="Which engine answers; durable is an independent opinion and needs the extra [durable].",
    )


def view_by(engine: str, request: Request) -> tuple[View, bool]:
    """What an engine finds, and False only where two engines were asked and differ.

    How far two engines agree is said on standard error.

    Raises:
        InputError: the profile or a pack cannot be used, or durable-rules is not there or fails.
    """
    if engine == "reference":
        return request.view(), True
    from obligraph.engine.durable.session import evaluate_by_durable

    if engine == "durable":
        return request.view(evaluate_by_durable), True
    view = request.view()
    return view, _agree(view)


def _agree(view: View) -> bool:
    """Asks durable-rules the same, and says how far the two agree."""
    from obligraph.engine.durable.agreement import agreement
    from obligraph.engine.durable.session import evaluate_by_durable

    one = view.assessment
    found = agreement(one, evaluate_by_durable(one.catalogue, one.profile, one.as_of))
    same = found.compared - len(found.differences)
    say(
        f"the reference evaluator and durable-rules agree on {same} of {found.compared} answers "
        f"({found.measures} measures, {found.obligations} obligations)"
    )
    for item in found.differences[:MOST_DIFFERENCES]:
        tell(f"{item.about}: reference: {item.reference}; durable-rules: {item.other}")
    if len(found.differences) > MOST_DIFFERENCES:
        tell(f"and {len(found.differences) - MOST_DIFFERENCES} more differences")
    return not found.differences

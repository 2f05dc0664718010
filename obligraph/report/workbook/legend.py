"""What the words of the results mean, for someone who has nothing but the workbook."""

from __future__ import annotations

from collections.abc import Iterator

from obligraph.rules.force import force_table
from obligraph.rules.words import Force

_WORDS = (
    ("met", "The evidence shows every measure that is needed, and every safeguard."),
    ("partly met", "Some of what is needed is shown, and some is shown to be lacking."),
    ("not met", "The evidence shows that what is needed is lacking."),
    ("undetermined", "The evidence leaves it open. This is neither a pass nor a failure."),
    ("not applicable", "The obligation does not apply to a State of this sort; the reason stands beside it."),
    ("not rated", "Borne by others than States: shown, never rated."),
    ("gap", "An obligation that is certainly not fully met, whatever further evidence may show."),
    ("evidence needed", "An obligation that may be met, and is not shown to be."),
    ("The evidence allows", "The ratings that the evidence leaves open, where there is more than one."),
    ("Would mend it", "The smallest sets of measures that, put in place, would close the gap."),
    ("Would settle it", "The smallest sets of measures whose evidence would settle the rating."),
    ("Holds up", "Binding obligations, not shown to be met, that wait for this one."),
    ("Position is firm", "The row keeps its place in whatever order the grounds after force are taken."),
    ("On paper, In practice", "The same need, over laws and texts alone and over what is at work alone."),
    ("Held down by", "A safeguard that is breached, or that alone is not shown."),
    ("Effort", "What a measure takes: 1 an instruction, 5 a national programme of several years."),
    ("Counted", "Records in force on the day, of an accepted kind, and not too old. Drafts never count."),
)


def legend_lines() -> Iterator[tuple[str, str]]:
    """Each word with its meaning."""
    yield from _WORDS
    used = {row.force for row in force_table().rows}
    order = [force.words for force in Force if force in used and force is not Force.NONE]
    yield "force", f"How strongly the text binds, strongest first: {', '.join(order)}."

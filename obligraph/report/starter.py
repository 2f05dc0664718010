"""The profile that a user starts from: a TOML file whose comments ask the guiding questions, by theme."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import wrap

from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Measure
from obligraph.rules.need import measures as measures_of

WIDTH = 100
"""Where comments wrap."""

LAST = "# last_assessed = 2022-05-31  ## the day of the assessment before; leave it out if there was none"
"""Asked because follow-up is ordered by it, and compared with it."""

GUIDE = """
Evidence profile of one State, for Obligraph.

How to fill it in: answer the questions below for which you have a record, and leave the others. What is
not answered stays open; nothing is taken to be met, and nothing to be missing, for want of an answer.
Take away the single # before the lines of an [[evidence]] table and write in what the record says; lines
with ## are there to be read. One record may support or contradict several measures: list them all in it.
A measure may have several records: repeat the table. What a record can say:

    supports = ["ID"]                    it shows the measure fully in place
    supports = [{ measure = "ID", extent = "partial", shortfall = "what is lacking" }]
    contradicts = ["ID"]                 it shows that the measure is not in place
    status = "in_force"                  or "draft" or "repealed"; only what is in force counts
    effective_from = 2021-03-01          the day it took effect, without quotation marks
    effective_to = 2026-02-28            the last day on which it is in force
    collected = 2024-05-17               the day the record was obtained; its age counts from here
    locator = { article = "art. 4", page = "12", quote = "a few words" }
    confidentiality = "public"           or "restricted": left out of every output made with --public
    note = "anything else"

Where records conflict, an assessor's decision settles it:

    [[resolutions]]
    measure = "ID"
    value = "partly_met"                 or "met" or "not_met"
    considered = ["record-1", "record-2"]
    assessor = "Name, office"
    date = 2024-06-03
    reason = "why"

A lesson leads from a downstream measure to the upstream ones that it should improve (obligraph maturity):

    [[lessons]]
    id = "short-name"
    title = "what was learnt"
    learnt_from = "ID of a downstream measure"
    improves = ["ID of an upstream measure"]
    date = 2024-02-08
    applied = ["record-3"]               the records that carry it out; leave it out while there are none

The State's own view is printed beside a rating and never changes it:

    [[comments]]
    obligation = "ID of an obligation"   leave this line out to speak of the whole assessment
    text = "what the State says"

Text stands in quotation marks, the country code too: country = "NO". Check the file with:

    obligraph profile check FILE
"""


def starter(catalogue: Catalogue, state: str, themes: tuple[str, ...] = ()) -> str:
    """A profile without evidence, as TOML text that can be read as it is.

    Args:
        catalogue: whose measures are asked about.
        state: the State's name.
        themes: the themes to ask about; all where none are named. A theme named without measures of its own
            (a sub-module such as `uas`) asks about what its obligations need.
    """
    lines = [f"## {line}".rstrip() for line in GUIDE.strip().splitlines()]
    lines += ["", f"state = {quoted(state)}", '# country = "XX"', "# as_of = 2024-06-30", LAST, ""]
    lines += _attributes(catalogue)
    asked: set[str] = set()
    for theme in catalogue.themes.values():
        if themes and theme.id not in themes:
            continue
        measures = [each for each in _of(catalogue, theme.id, bool(themes)) if each.id not in asked]
        asked.update(each.id for each in measures)
        if measures:
            lines += ["", "", f"## {f' {theme.title} ':=^{WIDTH - 3}}"]
            for measure in measures:
                lines += ["", *_question(measure)]
    return "\n".join(lines) + "\n"


def _of(catalogue: Catalogue, theme: str, named: bool) -> list[Measure]:
    """The measures of a theme; for one named that has none, those that its obligations need."""
    own = [each for each in catalogue.measures.values() if each.theme == theme]
    if own or not named:
        return own
    needs = [o.needs for o in catalogue.rated() if theme in o.themes and o.needs is not None]
    needed = {name for need in needs for name in measures_of(need)}
    return [each for each in catalogue.measures.values() if each.id in needed]


def quoted(text: str) -> str:
    r"""A text as a TOML string; the rules of JSON strings hold, and DEL is escaped as well.

    >>> quoted('Côte "d\'Or"')
    '"Côte \\"d\'Or\\""'
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _attributes(catalogue: Catalogue) -> Iterator[str]:
    """What is asked about the State itself: true, false, or left out where it is not known."""
    decisive = {name for obligation in catalogue.rated() for name in obligation.applies_if}
    asked = [attribute for attribute in catalogue.attributes.values() if attribute.id in decisive]
    if not asked:
        return
    yield "[attributes]"
    yield "## Some obligations apply only to States of which these are true."
    longest = max(len(attribute.id) for attribute in asked)
    for attribute in asked:
        yield f"# {attribute.id.ljust(longest)} = true  ## {attribute.title}"


def _question(measure: Measure) -> Iterator[str]:
    yield from _comment(f"{measure.id}: {measure.title}")
    yield from _comment(f"Question: {measure.question}")
    yield from _comment(f"Expected: {measure.expects}")
    yield from _comment(f"Kinds accepted: {', '.join(measure.accepts)}.{_age(measure)}")
    yield "# [[evidence]]"
    yield f'# id = "{measure.id}-1"'
    yield '# title = ""'
    yield f'# kind = "{measure.accepts[0].value}"'
    yield f'# supports = ["{measure.id}"]'
    yield f"# {'collected' if measure.max_age else 'effective_from'} =  ## a day, as 2024-01-31"
    yield '# locator = { article = "", page = "" }'


def _age(measure: Measure) -> str:
    return f" Not older than {measure.max_age} months." if measure.max_age else ""


def _comment(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent="## ", subsequent_indent="##   ", break_on_hyphens=False)

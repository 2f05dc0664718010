"""Themes by State as a picture (SVG): a bar a cell, in the colours of the graph, and the same in figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap

from obligraph.engine.results import CAVEAT
from obligraph.graph.encoding import FILLS, INK, PAPER
from obligraph.graph.labels import text_width
from obligraph.report.naming import day
from obligraph.report.portfolio_documents import CellRow, StateRow, ThemeRow
from obligraph.report.portfolio_rows import PortfolioView, state_rows, theme_rows
from obligraph.report.table import clean

FONT = "Helvetica, Arial, 'DejaVu Sans', sans-serif"
MARGIN, ROW, BAR, CELL = 20, 24, 14, 110
TOP = 78
"""Where the names of the States stand, below title and legend."""
SIZE = 12
KINDS = ("met", "partly_met", "not_met", "undetermined")
"""The parts of a bar, in their order."""
HATCH = (
    '<pattern id="open" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="5" height="5" fill="{PAPER}"/>'
    '<line x1="0" y1="0" x2="0" y2="5" stroke="#8c8c8c"/></pattern>'
)
"""What is left open is hatched, as in the graph."""


def portfolio_svg(shown: PortfolioView) -> str:
    """The matrix of themes by State; States stand in the order for follow-up.

    Every cell has its figures as text, so that nothing rests on colour alone.
    """
    order, themes = state_rows(shown), theme_rows(shown)
    label = max([text_width(_title(row), SIZE) for row in themes], default=100.0) + 12
    width = max(round(2 * MARGIN + label + CELL * len(order)), 760)
    foot = [line for said in (*shown.remarks, CAVEAT) for line in wrap(clean(said), width // 6)]
    height = TOP + ROW * (len(themes) + 1) + 30 + 16 * len(foot)
    body = [*_head(shown), *_names(order, label), *_rows(themes, order, label)]
    body += _foot(foot, TOP + ROW * (len(themes) + 1) + 14)
    title = escape(_heading(shown))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label="{title}" font-family="{escape(FONT)}" '
        f'font-size="{SIZE}" fill="{INK}">\n<title>{title}</title>\n<defs>{HATCH}</defs>\n'
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


def _heading(shown: PortfolioView) -> str:
    return f"Themes by State, as of {day(shown.found.batch.as_of)}"


def _title(row: ThemeRow) -> str:
    return f"{row.title} +" if row.cross_cutting else row.title


def _text(x: float, y: float, words: str, extra: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}"{extra}>{escape(clean(words))}</text>'


def _fill(kind: str) -> str:
    return "url(#open)" if kind == "undetermined" else FILLS[kind]


def _rect(x: float, y: float, width: float, kind: str) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{BAR}" fill="{_fill(kind)}" '
        f'stroke="{INK}" stroke-width="0.5"/>'
    )


def _head(shown: PortfolioView) -> Iterator[str]:
    """Title and legend."""
    yield _text(MARGIN, 30, _heading(shown), ' font-size="17" font-weight="bold"')
    x = float(MARGIN)
    for kind in KINDS:
        yield _rect(x, 42, 22, kind)
        yield _text(x + 28, 53, kind.replace("_", " "))
        x += 44 + text_width(kind, SIZE)
    yield _text(x + 8, 53, "figures in this order; + runs through all themes")


def _names(order: Sequence[StateRow], label: float) -> Iterator[str]:
    """The States, each with its place in the order for follow-up; a long name is cut, and told in full."""
    for at, row in enumerate(order):
        name = clean(f"{row.rank}. {row.state}")
        fitting = name
        while text_width(fitting, SIZE) > CELL - 12:
            fitting = fitting[:-2] + "…"
        x = MARGIN + label + CELL * at
        said = f"<title>{escape(name)}: {escape(row.why)}</title>"
        yield f'<text x="{x:g}" y="{TOP + 12}" font-weight="bold">{said}{escape(fitting)}</text>'


def _rows(themes: Sequence[ThemeRow], order: Sequence[StateRow], label: float) -> Iterator[str]:
    for at, row in enumerate(themes, start=1):
        y = TOP + ROW * at
        yield _text(MARGIN, y + 11, _title(row))
        cells = {cell.state: cell for cell in row.cells}
        for place, state in enumerate(order):
            yield from _cell(cells[state.state], MARGIN + label + CELL * place, y)


def _cell(cell: CellRow, x: float, y: float) -> Iterator[str]:
    """A bar whose parts are as long as their share of the obligations that apply, and the figures."""
    counts = [getattr(cell, kind) for kind in KINDS]
    whole, at = sum(counts), x
    for kind, count in zip(KINDS, counts, strict=True):
        if count:
            length = (CELL - 60) * count / whole
            yield _rect(round(at, 2), y, round(length, 2), kind)
            at += length
    figures = "/".join(map(str, counts)) if whole else "none applies"
    yield _text(x + (CELL - 56 if whole else 0), y + 11, figures, ' font-size="10"')


def _foot(lines: Sequence[str], y: float) -> Iterator[str]:
    """What a reader must know; the caveat stands last."""
    for line in lines:
        yield _text(MARGIN, y + 12, line, ' font-size="10"')
        y += 16

"""A view as a picture or as the text of one, by the ending of the file."""

from __future__ import annotations

from obligraph.graph.drawing import draw
from obligraph.graph.formats.dot import dot
from obligraph.graph.formats.mermaid import mermaid
from obligraph.graph.formats.pictures import dot_picture, svg_picture
from obligraph.graph.views import View


def picture(view: View, ending: str) -> str | bytes:
    """A view drawn: text for `.dot`, `.mmd` and `.svg`, bytes for `.png` and `.pdf`.

    Raises:
        InputError: the format needs `dot` and `dot` is not there.
    """
    drawing = draw(view)
    match ending:
        case ".dot":
            return dot(drawing)
        case ".mmd":
            return mermaid(drawing)
        case ".svg":
            return svg_picture(drawing)
        case _:
            return dot_picture(drawing, ending)

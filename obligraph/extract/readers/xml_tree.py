"""XML without document types, entities or network, and within bounds."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from obligraph.errors import Fault, InputError

MOST_DEPTH = 100
"""How deep elements may be nested; word processors and drafting tools stay below 40."""

MOST_NODES = 2_000_000


class _BoundError(ValueError):
    """A bound was passed."""


class BoundedBuilder(TreeBuilder):
    """Builds a tree and refuses one that is too deep or too large."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._nodes = 0

    def start(self, tag: str, attrs: dict[Any, Any], /) -> Element:
        """An element opens."""
        self._depth += 1
        self._nodes += 1
        if self._depth > MOST_DEPTH:
            raise _BoundError(f"is nested more than {MOST_DEPTH} deep")
        if self._nodes > MOST_NODES:
            raise _BoundError(f"has more than {MOST_NODES:,} elements")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """An element closes."""
        self._depth -= 1
        return super().end(tag)


def parse(data: bytes | str, name: str) -> Element:
    """The root of an XML document.

    Raises:
        InputError: it is not well-formed, has a document type or entities, or passes a bound.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=BoundedBuilder(), forbid_dtd=True)
    try:
        parser.feed(data)
        root = parser.close()
    except DefusedXmlException:
        way_out = "take its <!DOCTYPE ...> out"
        what = "has a document type or entities, which are not read"
        raise InputError([Fault(name, what, way_out=way_out)]) from None
    except _BoundError as error:
        raise InputError([Fault(name, str(error))]) from None
    except (ParseError, ValueError, LookupError) as error:
        raise InputError([Fault(name, f"is not well-formed XML: {error}")]) from None
    if not isinstance(root, Element):
        raise InputError([Fault(name, "is not well-formed XML: it is empty")])
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""

"""Mending of damaged text, with a map back to the text as read.

Nothing is dropped silently: what is mended for certain is listed, what is not certain is left and marked.
"""

from obligraph.extract.mending.mended import FaultKind, Mended, TextFault
from obligraph.extract.mending.whole import mend

__all__ = ["FaultKind", "Mended", "TextFault", "mend"]

"""One file a format; `read` tells the format from the content and calls its reader."""

from __future__ import annotations

from obligraph.extract.document import Document


def read(data: bytes, name: str) -> Document:
    """The document in some bytes.

    Args:
        data: the file's bytes.
        name: what messages call it.

    Raises:
        InputError: the bytes are no document of a known format, or pass a limit.
    """
    from obligraph.extract.readers.text import read_text

    return read_text(data, name)

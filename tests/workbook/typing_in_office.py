"""Types into cells of a workbook as a person does in LibreOffice, and saves it; for a Python that has `uno`.

    python3 typing_in_office.py PIPE SOURCE-URL TARGET-URL < CELLS

CELLS is a JSON list of `[sheet, column, row, what is typed]`, with columns and rows counted from 0.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any


def main(pipe: str, source: str, target: str) -> None:
    """Opens the workbook in the office that listens at a pipe, types, saves, and ends the office."""
    import uno

    context = uno.getComponentContext()
    service = "com.sun.star.bridge.UnoUrlResolver"
    resolver = context.ServiceManager.createInstanceWithContext(service, context)
    office = patiently(lambda: resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"))
    desktop = office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
    try:
        document = desktop.loadComponentFromURL(source, "_blank", 0, (setting("Hidden", True),))
        for sheet, column, row, typed in json.load(sys.stdin):
            document.Sheets.getByName(sheet).getCellByPosition(column, row).setFormula(typed)
        document.storeToURL(target, (setting("FilterName", "Calc MS Excel 2007 XML"),))
        document.close(True)
    finally:
        desktop.terminate()


def setting(name: str, value: Any) -> Any:
    """A setting as the office takes it."""
    import uno

    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def patiently(attempt: Any, seconds: float = 60) -> Any:
    """What an attempt gives, made again until the office listens."""
    from com.sun.star.connection import NoConnectException

    end = time.monotonic() + seconds
    while True:
        try:
            return attempt()
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


if __name__ == "__main__":
    main(*sys.argv[1:])
    # The bridge to an office that has ended can crash the interpreter while it tidies up: leave without that.
    os._exit(0)

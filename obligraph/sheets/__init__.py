"""Workbooks (XLSX): cells that never act, the same bytes each time, and a reader with bounds."""

"""Workbooks for people: the questionnaire that a State fills in, and the results."""

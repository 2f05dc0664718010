"""Provisions of any length and depth: what no drafter would write is read, and no walk runs too deep."""

from __future__ import annotations

from obligraph.extract.verify import verify
from tests.engine import builders as build
from tests.extract.reading_help import read_clauses, resolution


def test_a_paragraph_of_thousands_of_clauses_is_held_against_a_short_pack() -> None:
    """The clause that the pack lists is found among many, and each of the others is reported."""
    words = "; ".join(f"encourages Member States to count field {n}" for n in range(2_000))
    clauses = read_clauses(resolution(f"Decides that all States shall close gate 1; {words};"))
    code = build.obligation(1, None, force_rule="council-decides")
    found = verify(build.catalogue([code], []), "code", clauses)
    assert {finding.field for finding in found} == {"extra"}
    assert len(found) == len(clauses) - 1
    assert clauses[0].action_span not in {finding.span for finding in found}


def test_the_best_alignment_leaves_out_the_clause_that_is_least_alike() -> None:
    """Of three clauses the two are taken that have the verbs and forces of the pack, in their order."""
    more = "encourages States to count, urges States to act"
    clauses = read_clauses(resolution(f"Decides that all States shall close gate 1, {more};"))
    last = {"verb": "urges", "force": "called_upon", "force_rule": "calls"}
    duties = [build.obligation(1), build.obligation(1, ordinal=2, **last)]
    (finding,) = verify(build.catalogue(duties, []), "code", clauses)
    assert (finding.field, finding.document) == ("extra", "encourages, encouraged")


def test_items_within_items_without_end_are_read() -> None:
    """A list that opens a list a thousand times over is read to its end, and nested no deeper than eight."""
    items = "\n\n".join("(a) to act:\n\n(i) to work:" for _ in range(1_000))
    clauses = read_clauses(resolution(f"Calls upon all States:\n\n{items}\n\n(ii) to rest"))
    assert len(clauses) > 1_000
    assert clauses[-1].action == "rest"
    assert max(clause.paragraph.count("(") for clause in clauses) == 8

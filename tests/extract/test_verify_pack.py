"""A pack held against a document: equal where they agree, every difference named where they do not."""

import dataclasses
from pathlib import Path

import pytest

from obligraph.errors import InputError
from obligraph.extract.document import read_document
from obligraph.extract.reading import extract
from obligraph.extract.verify import verify
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Difference, Instrument, NoDuty, Obligation
from obligraph.rules.words import Actor, Force, InstrumentKind, Issuer, Part

DOCUMENT = Path(__file__).parents[2] / "samples" / "resolution" / "resolution.txt"
CLAUSES = extract(read_document(str(DOCUMENT)))
SEED = Instrument(
    id="sres9901",
    symbol="S/RES/9901 (2031)",
    title="Seed",
    kind=InstrumentKind.RESOLUTION,
    issuer=Issuer.SECURITY_COUNCIL,
)


def catalogue(*changes: dict[str, object], differences: tuple[Difference, ...] = ()) -> Catalogue:
    """A catalogue with the clauses of the sample; a change names an id and new fields."""
    wanted = {str(change.pop("id")): change for change in map(dict, changes)}
    duties = {}
    for clause in CLAUSES:
        if clause.part is Part.OPERATIVE and clause.force is not Force.NONE:
            fields = {
                "instrument": "sres9901",
                "paragraph": clause.paragraph,
                "ordinal": clause.ordinal,
                "title": "Seed",
                "summary": "Seed.",
                "verb": clause.verb,
                "force": clause.force,
                "force_rule": clause.force_rule,
                "restated": clause.restated,
                "bearers": clause.addressees,
                "themes": ("seed",),
            }
            duties[clause.id] = Obligation.model_validate(fields | wanted.get(clause.id, {}))
    none = tuple(
        NoDuty(paragraph=c.paragraph, ordinal=c.ordinal, reason="Nobody is asked.")
        for c in CLAUSES
        if c.part is Part.OPERATIVE and c.force is Force.NONE
    )
    return Catalogue(
        {"sres9901": SEED},
        duties,
        {},
        (),
        {},
        {},
        no_duty={"sres9901": none},
        differences={"sres9901": differences},
    )


def test_agreement_leaves_nothing_to_report() -> None:
    """A pack that says what the document says has no findings."""
    assert verify(catalogue(), "sres9901", CLAUSES) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"verb": "demands"}, "verb"),
        ({"force": Force.CONSIDER}, "force"),
        ({"bearers": (Actor.ICAO,)}, "bearers"),
        ({"restated": True}, "restated"),
    ],
)
def test_each_field_is_compared(change: dict[str, object], field: str) -> None:
    """A difference in verb, force, bearers or restatement is one finding with both sides and the place."""
    (finding,) = verify(catalogue({"id": "sres9901.3a.1", **change}), "sres9901", CLAUSES)
    assert (finding.id, finding.field) == ("sres9901.3a.1", field)
    assert finding.pack != finding.document
    assert finding.span is not None


def test_missing_and_extra_clauses_do_not_shift_the_rest() -> None:
    """A clause that one side lacks is reported once; its neighbours still match."""
    without = [clause for clause in CLAUSES if clause.id != "sres9901.2.3"]
    (missing,) = verify(catalogue(), "sres9901", without)
    assert (missing.id, missing.field, missing.document) == ("sres9901.2.3", "missing", "")
    added = dataclasses.replace(CLAUSES[5], paragraph="3(d)", verb="urges")
    (extra,) = verify(catalogue(), "sres9901", [*CLAUSES, added])
    assert (extra.paragraph, extra.field, extra.pack) == ("3(d)", "extra", "")


def test_a_known_difference_is_marked_with_its_reason() -> None:
    """What the pack lists under differences is reported as explained."""
    known = Difference(paragraph="3(a)", ordinal=1, field="verb", reason="A manner of speaking.")
    changed = catalogue({"id": "sres9901.3a.1", "verb": "demands"}, differences=(known,))
    (finding,) = verify(changed, "sres9901", CLAUSES)
    assert finding.explained == "A manner of speaking."
    assert "A manner of speaking." in str(finding)


def test_an_unknown_instrument_is_refused() -> None:
    """An instrument that the catalogue lacks is an input fault with the nearest name."""
    with pytest.raises(InputError, match="sres9901"):
        verify(catalogue(), "sres9910", CLAUSES)

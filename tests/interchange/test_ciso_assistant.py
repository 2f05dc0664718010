"""The library for CISO Assistant: by the rules of its documentation, and true to the catalogue."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from obligraph.cli.main import cli
from obligraph.report.ciso_assistant import FORCES, library, library_text, version_number
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.need import measures as measures_of
from obligraph.rules.packs import Pack, assemble, load_catalogue
from obligraph.rules.words import Force
from tests.engine.builders import INSTRUMENT, measure, obligation

SHIPPED = load_catalogue()

ID = {"type": "string", "pattern": r"^[a-zA-Z0-9._-]+$"}
URN = {"type": "string", "pattern": r"^urn:([a-z0-9._-]+:)*[a-z0-9._-]+$"}
SAID = {"type": "string", "minLength": 1}


def thing(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """The schema of a thing that has these fields and no others."""
    return {
        "type": "object",
        "required": list(required),
        "properties": required | optional,
        "additionalProperties": False,
    }


def several(inside: dict[str, Any]) -> dict[str, Any]:
    """The schema of a list of at least one."""
    return {"type": "array", "items": inside, "minItems": 1, "uniqueItems": True}


CONTROL = thing({"urn": URN, "ref_id": ID, "name": SAID}, description=SAID, annotation=SAID)
NODE = thing(
    {"urn": URN, "assessable": {"type": "boolean"}, "depth": {"type": "integer", "minimum": 1}, "ref_id": ID},
    parent_urn=URN,
    name=SAID,
    description=SAID,
    annotation=SAID,
    typical_evidence=SAID,
    implementation_groups=several(ID),
    reference_controls=several(URN),
)
SCORE = thing({"score": {"type": "integer"}, "name": SAID, "description": SAID})
FRAMEWORK = thing(
    {"urn": URN, "ref_id": ID, "name": SAID, "description": SAID, "requirement_nodes": several(NODE)},
    min_score={"type": "integer", "minimum": 0},
    max_score={"type": "integer", "minimum": 1},
    scores_definition=several(SCORE),
    implementation_groups_definition=several(thing({"ref_id": ID, "name": SAID}, description=SAID)),
)
LIBRARY = thing(
    {
        "urn": {"type": "string", "pattern": r"^urn:[a-z0-9._-]{1,32}:risk:library:[a-z0-9._-]+$"},
        "version": {"type": "integer", "minimum": 1},
        "locale": {"type": "string", "pattern": "^[a-z0-9]{2}$"},
        "ref_id": ID,
        "name": SAID,
        "description": SAID,
        "copyright": SAID,
        "provider": SAID,
        "packager": SAID,
        "objects": thing({"reference_controls": several(CONTROL), "framework": FRAMEWORK}),
    }
)
"""The fields that CISO Assistant documents, of those that we write, with what it says of each."""


@cache
def shipped() -> dict[str, Any]:
    """The library of the catalogue that comes with the program, read back."""
    return read_back(SHIPPED)


def read_back(catalogue: Catalogue) -> dict[str, Any]:
    """The library as a reader of YAML 1.1 takes it, which CISO Assistant is."""
    found: dict[str, Any] = yaml.safe_load(library_text(catalogue))
    return found


def nodes(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The requirement nodes of a library."""
    found: list[dict[str, Any]] = document["objects"]["framework"]["requirement_nodes"]
    return found


def test_the_library_is_by_the_documentation() -> None:
    """The fields are those that are documented, all that must be there are, and ids look as they must."""
    Draft202012Validator.check_schema(LIBRARY)
    assert not [error.message for error in Draft202012Validator(LIBRARY).iter_errors(shipped())]


def test_the_library_reads_back_as_it_was_made() -> None:
    """What a reader takes from the file is what was written, so no text became a number or a truth value."""
    assert shipped() == library(SHIPPED)
    assert library_text(SHIPPED) == library_text(load_catalogue())


ODD = ("NO", "5.10", "12:30", "null", "- x", "# x", "{a}", "x: y", "'", "1e3", "2024-01-01", "é 漢", "= 1")


@pytest.mark.parametrize("odd", ODD)
def test_odd_texts_stay_texts(odd: str) -> None:
    """A title that YAML would take for something else comes back as the text that it is."""
    duty = obligation(1, "a-law", title=odd, summary=f"{odd}\n{odd}")
    pack = Pack.model_validate(
        {
            "instrument": INSTRUMENT,
            "obligations": (duty,),
            "measures": [measure("a-law", title=odd)],
            "themes": [{"id": "borders", "title": odd}],
        }
    )
    node = nodes(read_back(assemble({"code.toml": pack})))[1]
    assert (node["name"], node["description"]) == (odd, f"{odd}\n{odd}")


def test_references_lead_somewhere() -> None:
    """Ids are given once; parents stand before their children; controls, groups and parents are there."""
    document = shipped()
    objects, framework = document["objects"], document["objects"]["framework"]
    controls = [each["urn"] for each in objects["reference_controls"]]
    groups = {each["ref_id"] for each in framework["implementation_groups_definition"]}
    depths: dict[str, int] = {}
    for node in nodes(document):
        assert node["urn"] not in depths
        assert node["depth"] == depths.get(node.get("parent_urn", ""), 0) + 1
        assert set(node.get("reference_controls", ())) <= set(controls)
        assert set(node.get("implementation_groups", ())) <= groups
        depths[node["urn"]] = node["depth"]
    for names in (controls, [node["ref_id"] for node in nodes(document)]):
        assert len(names) == len(set(names))


def test_nothing_of_the_catalogue_is_missing() -> None:
    """Every measure is a control, every obligation a requirement with its force, needs and safeguards."""
    document = shipped()
    assert [each["ref_id"] for each in document["objects"]["reference_controls"]] == list(SHIPPED.measures)
    found = {node["ref_id"]: node for node in nodes(document) if node["depth"] == 2}
    assert set(found) == set(SHIPPED.obligations)
    for name, each in SHIPPED.obligations.items():
        asked = {*(measures_of(each.needs) if each.needs else ()), *each.safeguards}
        named = {urn.rpartition(":")[2] for urn in found[name].get("reference_controls", ())}
        assert named == asked
        assert found[name]["implementation_groups"] == [each.force.value]
        assert found[name]["assessable"] is each.rated
        assert found[name]["parent_urn"].endswith(f":{each.instrument}")


def test_every_force_has_a_group() -> None:
    """Each tier of force can be chosen for an audit."""
    assert set(FORCES) == set(Force) - {Force.NONE}


@pytest.mark.parametrize(("older", "newer"), [("0.1.0", "0.1.1"), ("0.1.9", "0.2.0"), ("0.9.9", "1.0.0")])
def test_a_newer_release_is_a_newer_library(older: str, newer: str) -> None:
    """CISO Assistant takes a library for newer by its number alone."""
    assert 1 <= version_number(older) < version_number(newer)


@pytest.mark.parametrize("format_", ["oscal", "ciso-assistant", "legalruleml"])
def test_a_part_has_no_such_format(format_: str) -> None:
    """These formats hold the catalogue as a whole; to ask for a part is a wrong call."""
    result = CliRunner().invoke(cli, ["catalogue", "export", "measures", "--format", format_])
    assert result.exit_code == 2
    assert re.search("as a whole", result.output)

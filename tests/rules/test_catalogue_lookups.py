"""What other rooms look up in a catalogue: who waits for whom, and the two parts of a need."""

from obligraph.rules.catalogue import Catalogue
from obligraph.rules.need import words
from tests.engine import builders as build

SEARCH = build.measure("search", axis="practice")


def chain() -> Catalogue:
    """Three duties, of which the second and the third need the first to be there before them."""
    first, second, third = (build.obligation(number, "law") for number in (1, 2, 3))
    waits = [
        build.presupposes(third, first),
        build.presupposes(second, first),
        build.presupposes(third, second),
    ]
    return build.catalogue([first, second, third], ["law"], waits)


def test_presuppositions_are_looked_up_from_both_ends() -> None:
    """What an obligation presupposes, and what presupposes it, are the same relations, each sorted."""
    rules = chain()
    assert rules.presupposed == {"code.2.1": ("code.1.1",), "code.3.1": ("code.1.1", "code.2.1")}
    assert rules.presupposed_by == {"code.1.1": ("code.2.1", "code.3.1"), "code.2.1": ("code.3.1",)}


def test_the_parts_of_a_need_are_what_stands_on_paper_and_what_is_at_work() -> None:
    """Each part keeps the measures of its axis, and is missing where a need asks for none of them."""
    rules = build.catalogue(
        [
            build.obligation(1, {"all": ["law", {"any": ["order", "search"]}]}),
            build.obligation(2, "search"),
            build.obligation(3, None),
        ],
        ["law", "order", SEARCH],
    )
    assert {name: words(need) for name, need in rules.on_paper.items()} == {"code.1.1": "law and order"}
    assert {name: words(need) for name, need in rules.at_work.items()} == {
        "code.1.1": "search",
        "code.2.1": "search",
    }


def test_what_an_obligation_names_is_its_need_and_then_its_safeguards() -> None:
    """Each measure stands once, in the order of first mention; one without a need names its safeguards."""
    asks = build.obligation(1, {"all": ["law", {"any": ["order", "law"]}]}, safeguards=["search", "order"])
    bare = build.obligation(2, None, safeguards=["search"])
    assert (asks.needed, asks.named) == (("law", "order"), ("law", "order", "search"))
    assert (bare.needed, bare.named) == ((), ("search",))

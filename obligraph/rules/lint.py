"""What a careful colleague would remark on in a catalogue that loads: nothing here stops its use.

Faults that do stop it (an id given twice, a reference that leads nowhere, a cycle) are found on loading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from obligraph.rules.catalogue import Catalogue
from obligraph.rules.citing import CITED, Citations
from obligraph.rules.force import force_table
from obligraph.rules.model import Measure, Obligation
from obligraph.rules.words import Axis, EdgeType, Force, InstrumentKind

BORROWED_RUN = 8
"""How many words in a row, shared with the document, make a summary a repetition of its source."""

ALIKE = 0.7
"""The share of telling words in common from which two titles are held to name the same thing."""

_WORD = re.compile(r"[^\W_]+")
_EMPTY_WORDS = frozenset(
    _WORD.findall(
        "a an and are as at by can do for from has have in into is it its may must not of on or other others "
        "that the their them they this those to under where which who with"
    )
)


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One thing a colleague would ask about.

    Attributes:
        rule: the id of the rule, such as `need-missing`.
        place: the id of what it concerns.
        what: what was noticed, in words.
        way_out: what to do about it.
    """

    rule: str
    place: str
    what: str
    way_out: str


Found = Iterator[tuple[str, str]]
"""What a rule yields: the place, and what was noticed there."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of remark.

    Attributes:
        id: its name in lists.
        way_out: what to do where it speaks.
        find: finds its places in a catalogue.
    """

    id: str
    way_out: str
    find: Callable[[Catalogue], Found]


def lint(catalogue: Catalogue, documents: Mapping[str, str] | None = None) -> tuple[Remark, ...]:
    """All remarks on a catalogue, by rule in the order of `RULES`, then by place.

    Args:
        catalogue: a catalogue that has loaded.
        documents: the text of instruments by id; where given, summaries are compared with their source.
    """
    remarks = [
        Remark(rule.id, place, what, rule.way_out)
        for rule in RULES
        for place, what in sorted(rule.find(catalogue))
    ]
    for instrument, text in sorted((documents or {}).items()):
        remarks += [
            Remark(
                "borrowed-words", place, what, "say it in your own words; the paragraph leads to the source"
            )
            for place, what in borrowed(catalogue, instrument, text)
        ]
    return tuple(remarks)


def _need_missing(catalogue: Catalogue) -> Found:
    for obligation in catalogue.rated():
        if obligation.needs is None:
            yield obligation.id, "names no measure, so it can never be rated"


def _measure_unused(catalogue: Catalogue) -> Found:
    watching = {watcher for measure in catalogue.measures.values() for watcher in measure.watched_by}
    for measure, obligations in catalogue.needed_by.items():
        if not obligations and measure not in watching:
            yield measure, "is needed by no obligation"


def _measures_alike(catalogue: Catalogue) -> Found:
    """Each measure beside the nearest one before it with nearly its title, and with the same evidence."""
    measures = list(catalogue.measures.values())
    told = [_telling_words(measure.title) for measure in measures]
    common = Counter(word for words in told for word in words)
    by_word: dict[tuple[Axis, str], list[int]] = {}
    asking: dict[tuple[str, str], int] = {}
    for at, measure in enumerate(measures):
        keys = [(measure.axis, word) for word in _rarest(told[at], common)]
        near = sorted({each for key in keys for each in by_word.get(key, ())}, reverse=True)
        twin = next((each for each in near if _alike(told[each], told[at])), None)
        if twin is not None:
            yield measures[twin].id, f"has nearly the title of '{measure.id}'"
        evidence = (("expects", measure.expects), ("question", measure.question))
        for same in {asking[each] for each in evidence if each in asking} - {twin}:
            yield measures[same].id, f"asks for the same evidence as '{measure.id}'"
        for key in keys:
            by_word.setdefault(key, []).append(at)
        asking.update(dict.fromkeys(evidence, at))


def _rarest(words: frozenset[str], common: Counter[str]) -> list[str]:
    """The words of a title of which any other that is alike has one; the empty word where it has none.

    Titles that are alike share most words of each. When all but one of as many words are set aside, the most
    common first, they still share one of those left.
    """
    if not words:
        return [""]
    shared = ceil(ALIKE * len(words) - 1e-9)
    return sorted(words, key=lambda word: (common[word], word))[: len(words) - shared + 1]


def _telling_words(text: str) -> frozenset[str]:
    """The words of a title that tell it from others, without their endings."""
    return frozenset(re.sub(r"(ies|es|s|ed|ing)$", "", word) for word in {*_words(text)} - _EMPTY_WORDS)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)


def _soft_ground(catalogue: Catalogue) -> Found:
    for source, targets in catalogue.presupposed.items():
        for target in targets:
            obligation = catalogue.obligations.get(source)
            ground = catalogue.obligations.get(target)
            if obligation and ground and obligation.force is Force.BINDING is not ground.force:
                yield source, f"is binding and presupposes '{target}', which is only {ground.force.words}"


def _principle_alone(catalogue: Catalogue) -> Found:
    for obligation in catalogue.obligations.values():
        instrument = catalogue.instruments[obligation.instrument]
        if instrument.kind is InstrumentKind.PRINCIPLES and obligation.id not in catalogue.elaborated:
            yield obligation.id, "is a principle and elaborates no obligation"


def _unknown_citation(catalogue: Catalogue) -> Found:
    citations = Citations(catalogue)
    for obligation in catalogue.obligations.values():
        for cite in obligation.cites:
            if any(target.startswith(CITED) for target in citations.find(cite).targets):
                yield obligation.id, f"cites '{cite}', which names no instrument of the catalogue"


def _force_unfounded(catalogue: Catalogue) -> Found:
    rows = {row.id: row for row in force_table().rows}
    for obligation in catalogue.obligations.values():
        row = rows.get(obligation.force_rule)
        if row is None:
            yield obligation.id, f"takes its force from '{obligation.force_rule}', no row of the force table"
        elif (row.force, row.restated) != (obligation.force, obligation.restated):
            again = ", restated" if row.restated else ""
            yield (
                obligation.id,
                f"is {obligation.force.words}, but row '{row.id}' gives {row.force.words}{again}",
            )


def _restated_alone(catalogue: Catalogue) -> Found:
    linked = {relation.source for relation in catalogue.relations if relation.type is EdgeType.RESTATES}
    for obligation in catalogue.obligations.values():
        if obligation.restated and obligation.cites and obligation.id not in linked:
            yield obligation.id, "repeats a duty of an instrument it cites, and no `restates` leads there"


def _clause_skipped(catalogue: Catalogue) -> Found:
    for instrument, paragraphs in _ordinals(catalogue).items():
        for paragraph, ordinals in paragraphs.items():
            for missing in sorted(set(range(1, max(ordinals) + 1)) - set(ordinals)):
                yield f"{instrument} paragraph {paragraph}", f"has no clause {missing}, though later ones"


def _ordinals(catalogue: Catalogue) -> dict[str, dict[str, list[int]]]:
    """The ordinals listed, with a duty or without, by instrument and paragraph."""
    found: dict[str, dict[str, list[int]]] = {}
    for instrument, rows in catalogue.no_duty.items():
        for row in rows:
            found.setdefault(instrument, {}).setdefault(row.paragraph, []).append(row.ordinal)
    for obligation in catalogue.obligations.values():
        paragraphs = found.setdefault(obligation.instrument, {})
        paragraphs.setdefault(obligation.paragraph, []).append(obligation.ordinal)
    return found


def _safeguard_unmarked(catalogue: Catalogue) -> Found:
    for obligation in catalogue.obligations.values():
        for name in _unmarked(obligation.safeguards, catalogue.measures):
            yield obligation.id, f"has the safeguard '{name}', which is not marked as one"
    for measure in catalogue.measures.values():
        for name in _unmarked(measure.watched_by, catalogue.measures):
            yield measure.id, f"is watched by '{name}', which is not marked as a safeguard"


def _unmarked(names: Iterable[str], measures: Mapping[str, Measure]) -> Iterator[str]:
    return (name for name in names if not measures[name].safeguard)


def _double_asked(catalogue: Catalogue) -> Found:
    for obligation in catalogue.obligations.values():
        for name in sorted(set(obligation.needed) & set(obligation.safeguards)):
            yield obligation.id, f"names '{name}' both as a need and as a safeguard"


def _practice_ageless(catalogue: Catalogue) -> Found:
    for measure in catalogue.measures.values():
        if measure.axis is Axis.PRACTICE and measure.max_age is None:
            yield measure.id, "is a practice whose evidence never grows old"


def _key_not_binding(catalogue: Catalogue) -> Found:
    for obligation in catalogue.obligations.values():
        if obligation.key and not (obligation.rated and obligation.force is Force.BINDING):
            yield obligation.id, "is marked as key and does not bind States"


def _title_twice(catalogue: Catalogue) -> Found:
    titles = Counter((o.instrument, o.title) for o in catalogue.obligations.values())
    for obligation in catalogue.obligations.values():
        if titles[obligation.instrument, obligation.title] > 1:
            yield obligation.id, f"shares the title '{obligation.title}' with another clause"


RULES: tuple[Rule, ...] = (
    Rule("need-missing", "give it a need", _need_missing),
    Rule("measure-unused", "let an obligation need it, or drop it", _measure_unused),
    Rule("measures-alike", "make them one, or tell them apart in their titles", _measures_alike),
    Rule("soft-ground", "drop the relation, or find the binding duty beneath", _soft_ground),
    Rule("principle-alone", "add a relation of type `elaborates`", _principle_alone),
    Rule("unknown-citation", "add the instrument with external = true", _unknown_citation),
    Rule("force-unfounded", "name the row that gives the force, or mend the force", _force_unfounded),
    Rule("restated-alone", "add a relation of type `restates`", _restated_alone),
    Rule("clause-skipped", "add the clause, under no_duty if it asks nothing", _clause_skipped),
    Rule("safeguard-unmarked", "set safeguard = true on the measure, or make it a need", _safeguard_unmarked),
    Rule("double-asked", "name it once", _double_asked),
    Rule("practice-ageless", "give it max_age in months", _practice_ageless),
    Rule("key-not-binding", "empty `key`: only duties that bind States are key", _key_not_binding),
    Rule("title-twice", "tell the titles apart", _title_twice),
)
"""Every rule that needs no document, in the order of the remarks."""


def borrowed(catalogue: Catalogue, instrument: str, text: str, run: int = BORROWED_RUN) -> Found:
    """The titles and texts of an instrument's pack that repeat a run of words of its document.

    Args:
        catalogue: the catalogue.
        instrument: the id of the instrument whose document it is.
        text: the document's text.
        run: how many words in a row make a repetition.

    Yields:
        The id of the clause, and the words it repeats.
    """
    source = set(_runs(text, run))
    for place, own in _own_words(catalogue, instrument):
        for words in _runs(own, run):
            if words in source:
                yield place, f"repeats its source: '{' '.join(words)}'"
                break


def _runs(text: str, run: int) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    return zip(*(words[start:] for start in range(run)), strict=False)


def _own_words(catalogue: Catalogue, instrument: str) -> Iterator[tuple[str, str]]:
    for obligation in catalogue.obligations.values():
        if obligation.instrument == instrument:
            yield from _texts_of(obligation)
    for row in catalogue.no_duty.get(instrument, ()):
        yield f"{instrument} paragraph {row.paragraph} clause {row.ordinal}", row.reason


def _texts_of(obligation: Obligation) -> Iterator[tuple[str, str]]:
    yield obligation.id, obligation.title
    yield obligation.id, obligation.summary

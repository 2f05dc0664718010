"""The operative verbs and their forms, read from `data/verbs.toml`, and the words that go with them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

ADVERB = (
    r"(?:also|further(?:more)?|again|once (?:again|more)|strongly|firmly|solemnly|urgently|earnestly|hereby|"
    r"therefore|thus|accordingly|consequently|likewise|equally|similarly|moreover|additionally|particularly|"
    r"especially|specifically|as such|explicitly|expressly|categorically|unequivocally|warmly|fully|deeply|"
    r"gravely|highly|greatly|profoundly|emphatically|formally|insistently|"
    r"sincerely|vigorously|forcefully|vehemently|unreservedly|as well|then|now|finally|lastly|instead|"
    r"in particular|in addition(?! to)|"
    r"in (?:this|that) (?:regards?|context|respect|connection|light|sense|spirit)|"
    r"in (?:these|those) (?:regards|contexts)|to (?:this|that) (?:end|effect)|for (?:this|that) purpose|"
    r"(?:where|when|as|if) (?:appropriate|necessary|needed|applicable|relevant|possible)|inter alia|"
    r"as a matter of (?:priority|urgency))"
)
"""Words that may stand before or after an operative verb and are no part of it."""

ADVERBS = rf"(?:,? ?{ADVERB}\b,?)*+"
"""Any number of adverbs with their commas; a blank is left after them."""


class Family(StrEnum):
    """What an operative verb does with its complement."""

    DIRECTIVE = "directive"
    DECIDE = "decide"
    RESTATE = "restate"
    STRESS = "stress"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Verb:
    """An operative verb.

    Attributes:
        base: the infinitive, with its particle: `call upon`.
        family: what it does with its complement.
        name: the lemma in the output: `calls upon`.
        start: an operative verb only at the start of a paragraph or sentence.
        noun: its form with -s is also a noun.
    """

    base: str
    family: Family
    name: str
    start: bool = False
    noun: bool = False


def third(base: str) -> str:
    """The form "he ..." of an infinitive.

    >>> third("call upon"), third("stress"), third("deny")
    ('calls upon', 'stresses', 'denies')
    """
    word, _, particle = base.partition(" ")
    if word.endswith(("s", "sh", "ch", "x")):
        word += "es"
    elif word.endswith("y") and word[-2] not in "aeiou":
        word = word[:-1] + "ies"
    else:
        word += "s"
    return f"{word} {particle}".strip()


def gerund(base: str) -> str:
    """The form in -ing.

    >>> gerund("urge"), gerund("call upon"), gerund("regret")
    ('urging', 'calling upon', 'regretting')
    """
    word, _, particle = base.partition(" ")
    if word.endswith("e"):
        word = word[:-1]
    elif word in _DOUBLED:
        word += word[-1]
    return f"{word}ing {particle}".strip()


def past(base: str) -> str:
    """The past form.

    >>> past("decide"), past("call upon"), past("take note")
    ('decided', 'called upon', 'took note')
    """
    word, _, particle = base.partition(" ")
    if word in _PAST:
        word = _PAST[word]
    elif word.endswith("e"):
        word += "d"
    elif word.endswith("y") and word[-2] not in "aeiou":
        word = word[:-1] + "ied"
    else:
        word += (word[-1] if word in _DOUBLED else "") + "ed"
    return f"{word} {particle}".strip()


_DOUBLED = frozenset({"regret", "concur"})
_PAST = {"take": "took", "pay": "paid", "undertake": "undertook", "find": "found", "intend": "intended"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The operative verbs by form, one mapping a form; keys are lower case with single blanks."""

    thirds: dict[str, Verb]
    bases: dict[str, Verb]
    gerunds: dict[str, Verb]
    pasts: dict[str, Verb]


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    data = (resources.files("obligraph.extract") / "data" / "verbs.toml").read_text(encoding="utf-8")
    verbs = [(base, verb) for row in tomllib.loads(data)["verb"] for base, verb in _verbs(row)]
    return Lexicon(
        {third(base): verb for base, verb in verbs},
        dict(verbs),
        {gerund(base): verb for base, verb in verbs},
        {past(base): verb for base, verb in verbs},
    )


def _verbs(row: dict[str, Any]) -> Iterable[tuple[str, Verb]]:
    """The verb of a row of the data, once for each spelling."""
    name = row.get("name", third(row["base"]))
    verb = Verb(row["base"], Family(row["family"]), name, row.get("start", False), row.get("noun", False))
    return [(base, verb) for base in (row["base"], *row.get("others", ()))]


def pattern(forms: Iterable[str]) -> str:
    """A regular expression for any of the forms, longest first, with adverbs allowed before a particle."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", rf"{ADVERBS} ", 1) for form in ordered)


def lookup(found: str, forms: dict[str, Verb]) -> Verb | None:
    """The verb of a form as found in a text, adverbs inside it dropped.

    >>> lookup("Calls once again upon", lexicon().thirds).name
    'calls upon'
    """
    plain = found.lower()
    if plain in forms:
        return forms[plain]
    return forms.get(" ".join(_INNER.sub(" ", plain).split()))


_INNER = re.compile(rf"\b{ADVERB}\b|,")

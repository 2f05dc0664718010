"""Small builders for the tests of extraction: a document from words, and what was read in it in short."""

from obligraph.extract.clause import Clause
from obligraph.extract.document import Document
from obligraph.extract.reading import extract

RESOLUTION = (
    "Resolution 9902 (2031)\n\nAdopted on 3 June 2031\n\nThe Security Council,\n\nRecalling nothing,\n\n"
)
PRINCIPLES = "Principles for keepers of seed\n\n"


def resolution(*paragraphs: str, preamble: str = RESOLUTION) -> Document:
    """A resolution of the Council with the paragraphs given, numbered from 1."""
    body = "\n\n".join(f"{number}. {words}" for number, words in enumerate(paragraphs, 1))
    return Document("resolution.txt", preamble + body + "\n")


def treaty(*articles: str) -> Document:
    """A treaty with the articles given, numbered from 1."""
    body = "\n\n".join(f"Article {number}\n\n{words}" for number, words in enumerate(articles, 1))
    return Document("treaty.txt", f"Convention on Seed\n\nThe States Parties to this Convention,\n\n{body}\n")


def read_clauses(document: Document) -> list[Clause]:
    """The clauses of a document, its preamble left out."""
    return [clause for clause in extract(document) if clause.part != "preamble"]


def short(document: Document) -> list[tuple[str, str, str, str]]:
    """Each clause as provision with ordinal, verb, force and action."""
    return [(f"{c.paragraph}.{c.ordinal}", c.verb, c.force.value, c.action) for c in read_clauses(document)]


def asked(words: str) -> list[tuple[str, str, str]]:
    """What one operative paragraph asks: verb, force and action of each clause."""
    return [(c.verb, c.force.value, c.action) for c in read_clauses(resolution(words))]


def demanded(words: str) -> list[tuple[str, str, str]]:
    """What one operative paragraph asks of others: verb, force and action of each clause with a duty."""
    return [clause for clause in asked(words) if clause[1] != "none"]


def annexed(words: str) -> list[tuple[str, str, str, list[str]]]:
    """The clauses in the annex of a paragraph that has one: provision, verb, force and bearers."""
    found = [clause for clause in read_clauses(resolution(words)) if "annex" in clause.paragraph]
    return [(c.paragraph, c.verb, c.force.value, [a.value for a in c.addressees]) for c in found]


def bearers(words: str) -> list[set[str]]:
    """Who must act by each clause of one operative paragraph."""
    return [{actor.value for actor in c.addressees} for c in read_clauses(resolution(words))]

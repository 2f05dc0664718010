"""Every pattern of the package, and texts made of its own pieces that a careless one takes forever over."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import obligraph

FUNCTIONS = ("compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
ANCHORED = ("match", "fullmatch")
ENDS = ("", "!", "\n", "\0", " x")
"""What follows the repeated piece, so that a match that seemed at hand fails."""

COMMON = (
    " ",
    "\n",
    "\t",
    "a",
    "A",
    "1",
    "(",
    ")",
    ".",
    ",",
    "a ",
    "A ",
    "1.",
    "\n ",
    " \n",
    "(a) ",
    "a-\n",
    "-",
)
"""Pieces that every pattern is tried on."""

CLASSES = {
    "CATEGORY_DIGIT": "1",
    "CATEGORY_SPACE": " ",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_NOT_WORD": " ",
}


HOLDERS = frozenset({"_OWN"})
"""Lists that keep a pattern for a function, whose callers ask only whether it fits at one place."""


def modules() -> Iterator[Any]:
    """Every module of the package; those for which a package is missing are left out."""
    for info in pkgutil.walk_packages(obligraph.__path__, "obligraph."):
        if info.name.endswith(("__main__", ".durable.child")):
            continue
        try:
            yield importlib.import_module(info.name)
        except ImportError:
            continue


@dataclass(frozen=True)
class Found:
    """A pattern of the package.

    Attributes:
        name: the module and name by which it is found.
        pattern: the pattern.
        anchored: whether it is only ever asked whether it fits at one place (`match`, `fullmatch`).
    """

    name: str
    pattern: re.Pattern[Any]
    anchored: bool


def patterns() -> tuple[Found, ...]:
    """All patterns: those that modules and their functions hold, and those written out in calls."""
    found: dict[tuple[Any, int], Found] = {}
    scanning = _scanning()
    for module in modules():
        held = [(name, value) for name, value in vars(module).items()]
        for name, value in (*held, *_made(module)):
            for pattern in _held([value]):
                each = Found(f"{module.__name__}.{name}", pattern, name in HOLDERS or name not in scanning)
                found.setdefault((pattern.pattern, pattern.flags), each)
        for method, pattern in _written(Path(str(module.__file__))):
            each = Found(f"{module.__name__}: re.{method}", pattern, method in ANCHORED)
            found.setdefault((pattern.pattern, pattern.flags), each)
    return tuple(found.values())


def _scanning() -> frozenset[str]:
    """The names that are used otherwise than by asking whether a pattern fits at one place."""
    names = set()
    for path in Path(obligraph.__path__[0]).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        asked = {
            id(node.value.func if isinstance(node.value, ast.Call) else node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr in ANCHORED
        }
        for node in ast.walk(tree):
            if id(node) in asked:
                continue
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                names.add(node.id)
            elif isinstance(node, ast.Attribute):
                names.add(node.attr)
    return frozenset(names)


def _made(module: Any) -> Iterator[tuple[str, Any]]:
    """What the functions of a module return that take nothing and say that they return a pattern."""
    for name, function in list(vars(module).items()):
        plain = inspect.unwrap(function) if callable(function) else None
        if not inspect.isfunction(plain) or plain.__module__ != module.__name__:
            continue
        said = str(plain.__annotations__.get("return"))
        if "Pattern" in said and not inspect.signature(plain).parameters:
            yield name, function()


def _held(values: Iterable[Any], depth: int = 0) -> Iterator[re.Pattern[Any]]:
    for value in list(values):
        if isinstance(value, re.Pattern):
            yield value
        elif depth < 3 and isinstance(value, Mapping):
            yield from _held([*value.keys(), *value.values()], depth + 1)
        elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
            yield from _held(value, depth + 1)


def _written(path: Path) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns that stand as plain text in calls such as `re.sub(...)`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        of, first = node.func.value, node.args[0]
        ours = isinstance(of, ast.Name) and of.id == "re" and node.func.attr in FUNCTIONS
        if ours and isinstance(first, ast.Constant) and isinstance(first.value, str | bytes):
            yield node.func.attr, re.compile(first.value, _flags(node))


def _flags(call: ast.Call) -> int:
    flags = 0
    given = [*call.args[1:], *(word.value for word in call.keywords if word.arg == "flags")]
    for each in given:
        for node in ast.walk(each):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "re":
                flag = getattr(re, node.attr, 0)
                flags |= flag if isinstance(flag, re.RegexFlag) else 0
    return flags


def hostile(pattern: re.Pattern[Any]) -> tuple[str, ...]:
    """Pieces which, repeated, look to a pattern as if a match were about to begin, go on or end."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = parser.parse(text, pattern.flags & ~re.UNICODE & ~re.DEBUG)
    pieces = dict.fromkeys(COMMON)
    whole = _sample(tree)
    for piece in (whole, whole[:-1], whole[:-2], whole + " ", *_repeated(tree)):
        if piece:
            pieces[piece[:200]] = None
    return tuple(pieces)


def _sample(tree: Any) -> str:
    """A text that a part of a pattern matches, or nearly so."""
    return "".join(_one(code, value) for code, value in tree)


def _one(code: Any, value: Any) -> str:  # noqa: PLR0911 - one case a kind of node
    match str(code):
        case "LITERAL":
            return chr(value)
        case "NOT_LITERAL":
            return "b" if value == ord("a") else "a"
        case "ANY":
            return "a"
        case "IN":
            return _of_class(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, body = value
            return str(_sample(body) * max(1, int(least)))
        case "SUBPATTERN":
            return _sample(value[3])
        case "ATOMIC_GROUP":
            return _sample(value)
        case "BRANCH":
            return _sample(value[1][0])
        case _:
            return ""


def _of_class(members: list[tuple[Any, Any]]) -> str:
    if members[0][0] is op.NEGATE:
        return next(
            char for char in "a1 -.\n" if not any(_in(char, *each) for each in members[1:]) or char == "\n"
        )
    code, value = members[0]
    match str(code):
        case "LITERAL":
            return chr(value)
        case "RANGE":
            return chr(value[0])
        case _:
            return CLASSES.get(str(value), "a")


def _in(char: str, code: Any, value: Any) -> bool:
    match str(code):
        case "LITERAL":
            return bool(ord(char) == value)
        case "RANGE":
            return bool(value[0] <= ord(char) <= value[1])
        case _:
            return bool(CLASSES.get(str(value)) == char)


def _repeated(tree: Any, before: str = "") -> Iterator[str]:
    """The samples of all that a pattern repeats, alone and after what stands before it."""
    for code, value in tree:
        match str(code):
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                body = _sample(value[2])
                yield from (body, before + body, body * 3 + "!")
                yield from _repeated(value[2], before)
            case "SUBPATTERN":
                yield from _repeated(value[3], before)
            case "ATOMIC_GROUP":
                yield from _repeated(value, before)
            case "BRANCH":
                for branch in value[1]:
                    yield _sample(branch)
                    yield from _repeated(branch, before)
            case _:
                pass
        before += _one(code, value)


def texts(pattern: re.Pattern[Any], size: int) -> Iterator[str | bytes]:
    """Long texts of repeated hostile pieces."""
    for piece in hostile(pattern):
        for end in ENDS:
            text = (piece * (size // len(piece) + 1))[:size] + end
            yield text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")

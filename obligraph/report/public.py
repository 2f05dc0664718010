"""A profile that may be shown to anyone: restricted evidence, and all that speaks of it, is gone.

What is rated afterwards is rated without it, so nothing can be inferred from a rating either.
"""

from __future__ import annotations

from collections.abc import Iterable

from obligraph.engine.profile import Comment, Confidentiality, Evidence, Lesson, Locator, Profile, Resolution

PUBLIC_NOTE = (
    "Made for the public: restricted evidence, if there is any, was left out before anything was rated, "
    "so a rating may differ from one made with all evidence."
)
"""Stands in every public output, whether or not there was anything to leave out."""

NO_TITLE = "Title not shown"
"""Stands for the title of a public record that holds the title of a restricted one."""


def without_restricted(profile: Profile) -> Profile:
    """The profile as it would be if nobody had recorded the restricted evidence.

    Dropped are the restricted records, resolutions that weighed one of them, lessons and comments that
    name one, and mentions of one in the titles, notes, locators and `supersedes` of other records.
    """
    hidden = [item for item in profile.evidence if item.confidentiality is Confidentiality.RESTRICTED]
    if not hidden:
        return profile
    ids = frozenset(item.id for item in hidden)
    names = frozenset(name.casefold() for item in hidden for name in (item.id, item.title))
    titles = frozenset(item.title.casefold() for item in hidden)
    kept = (_untitled(item, titles) for item in profile.evidence if item.id not in ids)
    shown = tuple(_cleared(item, ids, names) for item in kept)
    return profile.model_copy(
        update={
            "evidence": shown,
            "resolutions": tuple(_untouched(profile.resolutions, ids, names)),
            "lessons": tuple(_learnt(profile.lessons, ids, names)),
            "comments": tuple(_silent(profile.comments, names)),
        }
    )


def _untitled(item: Evidence, titles: frozenset[str]) -> Evidence:
    """The record, its title hidden where it holds the title of a restricted one."""
    return item.model_copy(update={"title": NO_TITLE}) if _names_one(item.title, titles) else item


def _cleared(item: Evidence, ids: frozenset[str], names: frozenset[str]) -> Evidence:
    """The record without its mentions of restricted ones."""
    return item.model_copy(
        update={
            "note": "" if _names_one(item.note, names) else item.note,
            "locator": _silent_locator(item.locator, names),
            "supersedes": tuple(name for name in item.supersedes if name not in ids),
            "supports": tuple(
                claim.model_copy(update={"shortfall": "not shown"})
                if _names_one(claim.shortfall, names)
                else claim
                for claim in item.supports
            ),
        }
    )


def _silent_locator(locator: Locator, names: frozenset[str]) -> Locator:
    """The locator without the parts that name a restricted record."""
    told = locator.model_dump()
    return locator.model_copy(update={part: "" for part, text in told.items() if _names_one(text, names)})


def _untouched(
    resolutions: Iterable[Resolution], ids: frozenset[str], names: frozenset[str]
) -> Iterable[Resolution]:
    for resolution in resolutions:
        if ids.isdisjoint(resolution.considered) and not _names_one(resolution.reason, names):
            yield resolution


def _learnt(lessons: Iterable[Lesson], ids: frozenset[str], names: frozenset[str]) -> Iterable[Lesson]:
    """The lessons that name no restricted record; those carried out by one are shown as open."""
    for lesson in lessons:
        if not any(_names_one(text, names) for text in (lesson.id, lesson.title, lesson.note)):
            applied = tuple(name for name in lesson.applied if name not in ids)
            yield lesson.model_copy(update={"applied": applied})


def _silent(comments: Iterable[Comment], names: frozenset[str]) -> Iterable[Comment]:
    return (comment for comment in comments if not _names_one(comment.text, names))


def _names_one(text: str, names: frozenset[str]) -> bool:
    folded = text.casefold()
    return any(name in folded for name in names)

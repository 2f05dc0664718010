"""What is mended, what is marked, and what is left alone. All sentences are invented."""

from __future__ import annotations

import pytest

from obligraph.extract.mending import FaultKind, mend
from obligraph.extract.mending.lexicon import Lexicon, shipped


def kinds(text: str) -> set[FaultKind]:
    """The kinds of fault found in a text."""
    return {f.kind for f in mend(text).faults}


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("an e ective lighthouse", "an effective lighthouse"),
        ("the eective use of lamps", "the effective use of lamps"),
        ("an efective lamp", "an effective lamp"),
        ("foreign ghters in the port", "foreign fighters in the port"),
        ("the f ghters at sea", "the fighters at sea"),
        ("illicit tra cking of lamps", "illicit trafficking of lamps"),
        ("illicit tra f cking of lamps", "illicit trafficking of lamps"),
        ("a port o cer", "a port officer"),
        ("O ce of the Harbour", "Office of the Harbour"),
        ("of cial visits", "official visits"),
        ("the speci c needs", "the specific needs"),
        ("it rea rmed that", "it reaffirmed that"),
        ("e ec tive lamps", "effective lamps"),
    ],
)
def test_lost_ligatures_come_back(read: str, mended: str) -> None:
    """A word that lost a ligature is mended, whether a blank, nothing or its first letter was left."""
    assert mend(read).text == mended
    assert kinds(read) == {FaultKind.LIGATURE}


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("the exist ing lamps", "the existing lamps"),
        ("the Coun ter-Terrorism desk", "the Counter-Terrorism desk"),
        ("from for eign ports", "from foreign ports"),
        ("while be ing repaired", "while being repaired"),
        ("an inter-\nnational port", "an international port"),
    ],
)
def test_broken_words_are_joined(read: str, mended: str) -> None:
    """A word broken by a blank or at the end of a line is joined again."""
    assert mend(read).text == mended


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("for policy -makers", "for policy-makers"),
        ("their-bor ders at sea", "their borders at sea"),
        ("of-Gov ernmental ports", "of Governmental ports"),
        ("a long-\nterm lamp", "a long-term lamp"),
        ("for harbour -\r\nquality water", "for harbour-quality water"),
    ],
)
def test_hyphens_are_put_right(read: str, mended: str) -> None:
    """A loose or slid hyphen goes where it belongs."""
    assert mend(read).text == mended
    assert FaultKind.HYPHEN in kinds(read)


@pytest.mark.parametrize(
    ("read", "mended", "kind"),
    [
        ("Сonfirms the plan", "Confirms the plan", FaultKind.HOMOGLYPH),
        ("Resolution2396 of the port", "Resolution 2396 of the port", FaultKind.BLANK),
        ("resolution 9 (2005)that", "resolution 9 (2005) that", FaultKind.BLANK),
        ("no later than15 October", "no later than 15 October", FaultKind.BLANK),
        ("in the harbour15 days ago", "in the harbour 15 days ago", FaultKind.BLANK),
        ("of terrorism12 and fire", "of terrorism and fire", FaultKind.FOOTNOTE_MARK),
        ("of terrorism¹² and fire", "of terrorism and fire", FaultKind.FOOTNOTE_MARK),
    ],
)
def test_certain_repairs_are_reported(read: str, mended: str, kind: FaultKind) -> None:
    """What is mended for certain is listed with its place, and is no damage."""
    result = mend(read)
    assert result.text == mended
    assert {f.kind for f in result.faults} == {kind}
    assert not result.damaged(0, len(result.text))
    fault = result.faults[0]
    assert read[fault.start : fault.end] == fault.read


@pytest.mark.parametrize(
    "read", ["resolution 9 (2014)he ports", "resolutions 9 (20an)d 10", "resolution 6to8consider"]
)
def test_lost_letters_are_marked_not_guessed(read: str) -> None:
    """Where letters are lost for good, the text stays and the place is damaged."""
    result = mend(read)
    assert result.text == read
    assert kinds(read) == {FaultKind.GLUED}
    assert result.damaged(0, len(read))


@pytest.mark.parametrize(
    "text",
    [
        "the 1st, 2nd and 24th meetings (3rd part), S/RES/1373 (2001), paras. 2(a) and 3(b)(ii)",
        "a sub-regional, re-exported and co-operating non-governmental fleet",
        "Mr. Flann O'Brien wrote to www.example.org and to desk@example.org on 4.5 occasions",
        "Привет, мир. Это письмо о фонарях.",
        "L’office du port décide que les États doivent garder la lampe et le phare pour les navires.",
        "commit 3ca4aa8 of public data",
        "C. Lamps\nA. Ports\nI. Introduction",
        "- such as lamps - and ports",
        "the ports -\nand their nets",
        "compounds such as 3-[(4-fluorophenyl)methyl] and (R)-2-amino",
        "",
        "\n\n",
    ],
)
def test_clean_text_is_left_alone(text: str) -> None:
    """Numbers, compounds, names, addresses and other languages are not touched."""
    assert mend(text).text == text
    assert not mend(text).faults


def test_blanks_become_spaces_without_a_fault() -> None:
    """Tabs and odd blanks become spaces, line ends become one, and soft hyphens go; that is no fault."""
    result = mend("8.\tDecides\xa0that port\xadholes\r\nare \u2003open;\u200b")
    assert result.text == "8. Decides that portholes\nare  open;"
    assert not result.faults


def test_a_word_that_could_be_two_is_marked() -> None:
    """Where two words fit about equally, the text stays and both are named."""
    known = {"flount": 10, "fiount": 9, "the": 9000, "lamp": 50, "dry": 90, "is": 900, "of": 900, "shore": 90}
    result = mend("the lamp ount is dry", Lexicon(known))
    assert result.text == "the lamp ount is dry"
    assert [(f.kind, f.read, f.mended) for f in result.faults] == [
        (FaultKind.DOUBTFUL, "ount", "flount / fiount")
    ]
    assert result.damaged(9, 13)


def test_mending_twice_changes_nothing_more() -> None:
    """The mended text of a damaged text is clean, apart from what stays marked."""
    read = (
        "The e ective o cers of the Coun ter-Terrorism desk rea rmed speci c tasks (i)0.5 (c)-1.2 (t)3.4 x."
    )
    once = mend(read)
    assert mend(once.text).text == once.text


def test_the_list_is_small_and_of_single_words() -> None:
    """The shipped list holds words and counts only, some thousands of them."""
    lexicon = shipped()
    assert 5_000 < len(lexicon.counts) < 40_000
    assert all(" " not in word and count >= 2 for word, count in lexicon.counts.items())
    assert {"effective", "trafficking", "reaffirms"} <= set(lexicon.counts)

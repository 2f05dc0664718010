"""Cases of the force table written by hand: which row and which force words of each sort have.

They restate the definition of force in words of our own and know nothing of the table's file. A group stands
for every combination of its words; a list in one text is parted by commas. Issuers not named are the Security
Council, kinds not named are resolutions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from obligraph.rules.force import Words
from obligraph.rules.words import InstrumentKind, Issuer

EVERYONE = ", ".join(Issuer)
NOT_THE_COUNCIL = ", ".join(issuer for issuer in Issuer if issuer is not Issuer.SECURITY_COUNCIL)
DECIDING = "security_council, ctc, un_office"
NOT_DECIDING = "general_assembly, human_rights_council, conference, parties, other"
ANYBODY = "organ, state, other"
DUTY = "shall, must, obligation"
RECALLING = (
    "recalls, reaffirms, reiterates, reminds, confirms, recognizes, acknowledges, notes, declares, "
    "considers, clarifies"
)
STRESSING = "stresses, emphasizes, underlines, underscores, highlights, affirms"
BINDS_NOBODY = "general_assembly, human_rights_council, other, conference, un_office, ctc"


@dataclass(frozen=True, slots=True)
class Case:
    """Words, with the row and the force that they should have."""

    words: Words
    row: str
    force: str
    restated: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Words of one sort."""

    row: str
    force: str
    verbs: str
    frames: str
    issuers: str = "security_council"
    kinds: str = "resolution"
    bearers: str = "state"
    part: str = ""
    restated: bool = False

    def cases(self) -> Iterator[Case]:
        """Every combination of the words of the group, with Chapter VII and without: no row asks for it."""
        texts = (self.verbs, self.frames, self.issuers, self.kinds, self.bearers)
        for *said, chapter_vii in product(*(text.split(", ") for text in texts), (False, True)):
            verb, frame, issuer, kind, bearer = map(str, said)
            words = Words(
                verb, frame, Issuer(issuer), InstrumentKind(kind), bearer, self.part, bool(chapter_vii)
            )
            yield Case(words, self.row, self.force, self.restated)


GROUPS = (
    # a preamble makes no new duty, whatever it says and in whatever frame
    Group("preamble", "none", "decides, shall", "shall, to, own act, none, may", part="preamble"),
    Group("preamble", "none", "shall", "shall, should", kinds="treaty, guidelines", part="preamble"),
    # what the body does itself, what one may do, and welcoming without a bearer
    Group("own-act", "none", "decides, requests", "own act", EVERYONE, bearers=ANYBODY),
    Group("own-act", "none", "decides", "own act", part="principle"),
    Group("permission", "none", "may, decides", "may", EVERYONE, "resolution, treaty, guidelines"),
    Group("no-duty", "none", "welcomes, notes, recognizes, recalls", "none", EVERYONE),
    Group("no-duty", "none", "calls upon, requests, directs, demands", "none"),
    # treaties: shall binds, shall consider asks for consideration, should advises
    Group("treaty-consider", "consider", "shall", "shall consider", "parties, security_council", "treaty"),
    Group("treaty-endeavour", "recommended", "shall", "shall endeavour", "parties", "treaty"),
    Group("treaty-shall", "binding", "shall, must", DUTY, "parties, general_assembly", "treaty"),
    Group("treaty-should", "recommended", "should", "should", "parties", "treaty", part="principle"),
    Group("treaty-should", "recommended", "should", "should", "parties", "treaty"),
    # guiding principles are guidance whatever their modal
    Group(
        "principle-consider",
        "consider",
        "should",
        "should consider, shall consider, pledge to consider",
        "ctc, security_council",
        "principles, resolution",
        part="principle",
    ),
    Group(
        "principle-modal",
        "recommended",
        "should, shall, must, calls upon",
        "shall, must, obligation, should, shall endeavour, need, to, noun",
        "ctc, security_council",
        "principles, resolution",
        part="principle",
    ),
    # the guidance's own modals bind nobody; what it reports of a resolution keeps its force
    Group(
        "guideline-modal",
        "recommended",
        "shall, must, should",
        "shall, must, obligation, should, shall endeavour",
        "ctc, security_council",
        "principles, guidelines",
    ),
    Group("council-decides", "binding", "decides", "shall", kinds="principles, guidelines"),
    Group("restated-duty", "binding", "reaffirms", DUTY, kinds="guidelines, principles", restated=True),
    Group("guideline-topic", "consider", "consider", "topic", "un_office, ctc", "guidelines"),
    Group("unread", "none", "consider", "topic", "un_office", "principles, resolution"),
    # should, and should consider
    Group("should-consider", "consider", "should, decides", "should consider", EVERYONE),
    Group("should", "recommended", "should, stresses, reaffirms", "should", EVERYONE),
    # an assembly that asks to consider; the Council and the parties of a treaty bind even so
    Group("shall-consider", "consider", "decides, shall, recalls", "shall consider", BINDS_NOBODY),
    Group("council-decides", "binding", "decides", "shall consider"),
    Group("assembly-decides", "recommended", "decides", "shall consider", "parties"),
    Group(
        "restated-duty", "binding", "recalls", "shall consider", "security_council, parties", restated=True
    ),
    # what the Council stresses shall be done
    Group("stressed-shall", "binding", STRESSING, "shall, shall consider, shall endeavour", bearers=ANYBODY),
    Group("need", "recommended", "stresses, underscores", "need", bearers="organ"),
    Group("restated-duty", "binding", "stresses", "shall", NOT_THE_COUNCIL, bearers="organ", restated=True),
    Group("restated-duty", "binding", "recalls, reaffirms", "shall", bearers="organ", restated=True),
    # recalling a duty or a decision made elsewhere
    Group("restated-duty", "binding", f"{RECALLING}, {STRESSING}", "must, obligation", restated=True),
    Group("restated-duty", "binding", RECALLING, "shall", restated=True),
    Group("restated-duty", "binding", "reaffirms", "shall endeavour", EVERYONE, restated=True),
    Group("restated-decision", "binding", "decides", "obligation", EVERYONE, restated=True),
    # decisions
    Group(
        "council-decides",
        "binding",
        "decides, resolves, agrees",
        "shall, shall endeavour, must, to",
        DECIDING,
        bearers=ANYBODY,
    ),
    Group(
        "assembly-decides",
        "recommended",
        "decides, resolves, agrees",
        "shall, shall endeavour, must, to",
        NOT_DECIDING,
        bearers=ANYBODY,
    ),
    Group("unread", "none", "decides, resolves", "noun", "security_council, general_assembly"),
    # an annex in shall
    Group("council-shall", "binding", "shall, must", "shall, must"),
    Group("shall-outside", "recommended", "shall, must", "shall, must", NOT_THE_COUNCIL),
    Group("shall-outside", "recommended", "shall", "shall consider", "parties"),
    # demands, directions, requests
    Group("demands", "binding", "demands", "to, noun", bearers=ANYBODY),
    Group("demands-again", "binding", "demands again", "to, noun", bearers=ANYBODY, restated=True),
    Group("demands-outside", "called_upon", "demands, demands again", "to, noun", NOT_THE_COUNCIL),
    Group("directs", "binding", "directs, orders", "to, noun", EVERYONE, bearers=ANYBODY),
    Group("requests-organ", "binding", "requests", "to, noun", bearers="organ"),
    Group("requests-organ-again", "binding", "requests again", "to, noun", bearers="organ", restated=True),
    Group("requests-state", "called_upon", "requests, requests again", "to, noun", EVERYONE, bearers="state"),
    Group("requests-other", "encouraged", "requests, requests again", "to, noun", EVERYONE, bearers="other"),
    Group("requests-other", "encouraged", "requests, requests again", "to", NOT_THE_COUNCIL, bearers="organ"),
    # exhorting and encouraging; to consider takes the verb's own force
    Group(
        "calls",
        "called_upon",
        "calls upon, calls for, calls to, urges, insists",
        "to, noun, need",
        EVERYONE,
        bearers=ANYBODY,
    ),
    Group("calls", "called_upon", "calls upon", "to", kinds="guidelines, principles, declaration, treaty"),
    Group("encourages", "encouraged", "encourages, invites", "to, noun", EVERYONE, bearers=ANYBODY),
    Group("recommends", "recommended", "recommends", "to, noun", EVERYONE, bearers=ANYBODY),
    Group("encourages", "encouraged", "encourages", "need"),
    Group("recommends", "recommended", "recommends", "need"),
    # a need for somebody to act, and what those who speak undertake
    Group("should-consider", "consider", "should", "should consider", kinds="guidelines, principles"),
    Group("demands", "binding", "demands", "obligation"),
    Group("pledge", "recommended", "resolves", "pledge", part="principle"),
    Group("need", "recommended", "underscores, stresses, emphasizes, recognizes", "need", EVERYONE),
    Group("pledge-consider", "consider", "resolves, undertakes", "pledge to consider", "general_assembly"),
    Group("pledge", "recommended", "resolves, undertakes", "pledge", "general_assembly, security_council"),
    # nothing fits
    Group("unread", "none", "reaffirms, welcomes", "to, noun"),
)
CASES = tuple(case for group in GROUPS for case in group.cases())
"""Every case."""

"""The closed vocabularies.

They are force, actors, kinds of instrument, issuers, parts of a document, kinds of evidence, axes, stages and
types of edge.
"""

from enum import StrEnum


class Vocabulary(StrEnum):
    """The words of one kind, of which there are no others."""

    @property
    def words(self) -> str:
        """The word as people write it.

        >>> Force.CALLED_UPON.words
        'called upon'
        """
        return self.value.replace("_", " ")


class Force(Vocabulary):
    """How strongly a clause binds, strongest first."""

    BINDING = "binding"
    CALLED_UPON = "called_upon"
    ENCOURAGED = "encouraged"
    RECOMMENDED = "recommended"
    CONSIDER = "consider"
    NONE = "none"

    @property
    def rank(self) -> int:
        """The place in the order of force: 0 for binding, 5 for none.

        >>> Force.CALLED_UPON.rank
        1
        """
        return _FORCE_ORDER[self]


_FORCE_ORDER = {force: rank for rank, force in enumerate(Force)}


class Actor(Vocabulary):
    """Who must act: the ids of addressees and bearers."""

    MEMBER_STATES = "member_states"
    STATE_PARTIES = "state_parties"
    COUNCIL = "council"
    CTC = "ctc"
    CTED = "cted"
    COMMITTEE_1267 = "committee_1267"
    COMMITTEE_1540 = "committee_1540"
    MONITORING_TEAM = "monitoring_team"
    UNOCT = "unoct"
    UNODC = "unodc"
    ICAO = "icao"
    INTERPOL = "interpol"
    SECRETARY_GENERAL = "secretary_general"
    UN_ENTITIES = "un_entities"
    REGIONAL_ORGS = "regional_orgs"
    CIVIL_AVIATION_INDUSTRY = "civil_aviation_industry"
    AIR_CARRIERS = "air_carriers"
    PRIVATE_SECTOR = "private_sector"
    DONORS = "donors"
    GROUP_OF_EXPERTS = "group_of_experts"
    ALL_PARTIES = "all_parties"
    OTHER = "other"


class InstrumentKind(Vocabulary):
    """What sort of document an instrument is; the force of its words depends on it."""

    RESOLUTION = "resolution"
    PRINCIPLES = "principles"
    GUIDELINES = "guidelines"
    TREATY = "treaty"
    DECLARATION = "declaration"


class Issuer(Vocabulary):
    """The body whose words an instrument carries."""

    SECURITY_COUNCIL = "security_council"
    GENERAL_ASSEMBLY = "general_assembly"
    CTC = "ctc"
    HUMAN_RIGHTS_COUNCIL = "human_rights_council"
    UN_OFFICE = "un_office"
    CONFERENCE = "conference"
    PARTIES = "parties"
    OTHER = "other"


class Part(Vocabulary):
    """The part of a document in which a clause stands."""

    OPERATIVE = "operative"
    PRINCIPLE = "principle"
    PREAMBLE = "preamble"
    NARRATIVE = "narrative"


class EvidenceKind(Vocabulary):
    """What sort of record a piece of evidence is."""

    LAW = "law"
    REGULATION = "regulation"
    POLICY = "policy"
    INSTITUTION = "institution"
    PROCEDURE = "procedure"
    PRACTICE = "practice"
    STATISTIC = "statistic"
    TRAINING = "training"
    AGREEMENT = "agreement"
    TREATY_STATUS = "treaty_status"
    CASE = "case"
    REPORT = "report"


class Axis(Vocabulary):
    """Whether a measure stands on paper (formal) or at work (practice).

    Source: the two axes of the FATF Methodology, technical compliance and effectiveness.
    """

    FORMAL = "formal"
    PRACTICE = "practice"


class Stage(Vocabulary):
    """Whether a measure prevents or deters (upstream) or mitigates and responds (downstream).

    Source: the executive summary of the 2022 technical guidelines on resolution 2370 (2017).
    """

    UPSTREAM = "upstream"
    DOWNSTREAM = "downstream"


class EdgeType(Vocabulary):
    """The types of edge in the obligation graph."""

    CONTAINS = "contains"
    CITES = "cites"
    RESTATES = "restates"
    ELABORATES = "elaborates"
    PRESUPPOSES = "presupposes"
    SUPERSEDES = "supersedes"
    NEEDS = "needs"
    SAFEGUARDS = "safeguards"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"

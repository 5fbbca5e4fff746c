"""How far a database has come: what tells that somebody else has worked at it meanwhile."""

from provenance.model.text import Value


class Moment(Value):
    """The last number given out of each kind: two that differ mean that somebody decided, took in, read or scored something between them.

    Two that are equal mean the same of decisions, articles and claims; scores that another method gave may reuse its numbers.
    """

    decisions: int
    articles: int
    claims: int
    weighings: int

"""How far a database has come: what tells that somebody else has worked at it meanwhile."""

from provenance.model.text import Value


class Moment(Value):
    """The last number given out of each kind; two that are equal mean that nothing that people see has changed between them."""

    decisions: int
    articles: int
    claims: int
    weighings: int

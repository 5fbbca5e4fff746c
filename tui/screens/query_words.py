"""A query written out as the words that one could type into the search field."""

from provenance.model.queue import ClaimQuery


def in_words(query: ClaimQuery) -> str:
    """The words for a query; its order is not among them. An empty string for everything."""
    words = [f"outlet:{_quoted(outlet)}" for outlet in query.outlets]
    words += [f"standing:{standing.value}" for standing in query.standings]
    words += [f"support:{support.value}" for support in query.supports]
    words += [f"conflict:{conflict.value}" for conflict in query.conflicts]
    words += [f"type:{kind.value}" for kind in query.types]
    words += [f"type:{family}" for family in query.families]
    words += [f"verdict:{verdict.value}" for verdict in query.verdicts]
    if query.reviewed is not None:
        words.append("is:reviewed" if query.reviewed else "is:open")
    if query.disputed:
        words.append("is:disputed")
    if query.has_note:
        words.append("is:noted")
    for name, value in (("article", query.article), ("group", query.group), ("origin", query.origin), ("source", query.source)):
        if value is not None:
            words.append(f"{name}:{_quoted(value)}")
    return " ".join([*words, query.text] if query.text else words)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value

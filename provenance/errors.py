"""Errors that a user sees: what happened, what it means for their work, and what to do."""


class ProvenanceError(Exception):
    """An error with a message for people: what happened, what it means, what to do.

    `detail` holds technical text to copy into a report; it is never needed to understand the message.
    """

    def __init__(self, what: str, *, means: str = "", do: str = "", detail: str = "") -> None:
        super().__init__(" ".join(part for part in (what, means, do) if part))
        self.what = what
        self.means = means
        self.do = do
        self.detail = detail


class InputRefused(ProvenanceError):
    """An input cannot be read; nothing was stored of it, and the other inputs go on. `ref` names it as a document's would."""

    def __init__(self, what: str, *, means: str = "", do: str = "", detail: str = "", ref: str = "") -> None:
        super().__init__(what, means=means, do=do, detail=detail)
        self.ref = ref


class ArchiveError(ProvenanceError):
    """The database cannot be opened, read or written."""


class NotFound(ProvenanceError):
    """Nothing in the archive answers to the id or key that was given."""


class MethodError(ProvenanceError):
    """A method file cannot be used; the message names the place in it."""


class RegistryError(ProvenanceError):
    """A file of outlets cannot be used; the message names the file and the entry."""

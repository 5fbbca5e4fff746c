"""What follows from a decision: articles are read anew, groups traced again, and what depends on a source's record scored again."""

from provenance.desk.records import follow_records
from provenance.desk.rereading import CORRECTIONS, reread
from provenance.desk.retracing import retrace, terms_of
from provenance.model.review import Action, JournalEntry
from provenance.registry import Registry
from provenance.scoring import Method
from provenance.storage.archive import Archive

_ABOUT_GROUPS = (Action.MERGE, Action.SPLIT, Action.REJECT_COLLAPSE)


def follow(archive: Archive, entry: JournalEntry, registry: Registry, method: Method) -> None:
    """Bring what the machine makes of the archive up to date with a decision that was just made, undone or redone."""
    if entry.action in CORRECTIONS:
        for article_id in dict.fromkeys((*((entry.article,) if entry.article else ()), *(ref.article for ref in entry.claims))):
            read_anew(archive, article_id, registry, method)
    elif entry.action in _ABOUT_GROUPS:
        retrace(archive, archive.journal.today((*entry.claims, *entry.companions)), registry, method)
    elif entry.action is Action.VERDICT:
        judged = archive.journal.today(entry.claims)
        follow_records(archive, registry, method, archive.reliance.answering(judged, judged=False))
    elif entry.action is Action.GRADE_SOURCE and entry.source is not None:
        follow_records(archive, registry, method, [entry.source], letters=True)


def read_anew(archive: Archive, article_id: str, registry: Registry, method: Method) -> None:
    """Read an article anew with every correction in force, and trace what it was and is connected with."""
    article = archive.article(article_id)
    decisions = archive.journal.in_force(article=article_id, actions=CORRECTIONS)
    reading = reread(article, decisions, registry)
    before = [claim.id for claim in archive.claims_of(article_id)]
    stirred = archive.reliance.answering(before, judged=True)
    around = [item.claim.id for item in archive.claims_connected(before) if item.claim.article != article_id]
    archive.update_article(reading.article)
    archive.replace_reading(article_id, reading.sentences, reading.claims, terms_of(reading))
    shown = [] if reading.article.withdrawn else [claim.id for claim in reading.claims]
    retrace(archive, [*shown, *around], registry, method, stirred=stirred)

"""What people decide at the desk: each decision is an entry of the journal, and what the machine makes of the archive follows it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from provenance.desk import acceptance, cards, checked, sources
from provenance.desk.consequences import follow
from provenance.desk.looking import Looking
from provenance.errors import ProvenanceError
from provenance.model.chain import ClaimGroup
from provenance.model.claim import Claim, ClaimInContext
from provenance.model.review import Action, ArticleCorrection, AttributionCorrection, ClaimRef, JournalEntry, Verdict
from provenance.model.text import Span


class Deciding(Looking):
    """The decisions of one reviewer; every one can be taken back."""

    def judge(
        self, claims: str | Sequence[str], verdict: Verdict, *, echoes: bool = False, note: str | None = None, evidence: Sequence[str] = ()
    ) -> JournalEntry:
        """Give a verdict on a claim, or on several at once: one entry, one undo.

        With `echoes` it holds as well for every claim of their groups that goes back to the same origin.

        Raises:
            NotFound: no such claim, or its article was withdrawn.
            ProvenanceError: a piece of evidence is neither a web address nor a DOI.

        """
        rests_on = checked.evidence(evidence)
        ids = [claims] if isinstance(claims, str) else list(claims)
        with self.archive.transaction():  # the scores are those that the verdict may move
            once = self._judged(ids, echoes)
            then = self.archive.scores_then([claim.id for claim in once])
            return self._keep(Action.VERDICT, claims=once, verdict=verdict, scores=then, note=note, evidence=rests_on)

    def _judged(self, ids: Sequence[str], echoes: bool) -> list[Claim]:
        found = [
            each
            for claim_id in ids
            for each in (self._with_echoes(claim_id) if echoes else [acceptance.shown_claim(self.archive, claim_id)])
        ]
        return list({claim.id: claim for claim in found}.values())

    def note(self, claim_id: str, text: str) -> JournalEntry:
        """Write a note on a claim. Raises ProvenanceError where it is empty."""
        return self._keep(Action.NOTE, claims=[acceptance.shown_claim(self.archive, claim_id)], note=checked.note(text))

    def correct_attribution(self, claim_id: str, correction: AttributionCorrection, why: str | None = None) -> JournalEntry:
        """Set right who says a claim; groups and scores around it follow. Raises ProvenanceError where nothing is set."""
        right = checked.attribution_correction(correction)
        claim = acceptance.shown_claim(self.archive, claim_id)
        return self._keep(Action.CORRECT_ATTRIBUTION, claims=[claim], attribution=right, note=why)

    def mark_claim(self, article_id: str, span: Span) -> JournalEntry:
        """Say that this stretch of an article is a claim.

        Raises:
            ProvenanceError: the place lies outside the text or holds no words.

        """
        text = self.archive.article(article_id).text
        if not (0 <= span.start < span.end <= len(text)) or not span.within(text).strip():
            raise ProvenanceError("There are no words at that place of the article.", means="Nothing was marked.", do="Choose a sentence.")
        return self._keep(Action.MARK_CLAIM, article=article_id, span=span)

    def merge(self, claims: Sequence[str], why: str | None = None) -> JournalEntry:
        """Say that claims belong in one group; the other claims of their groups come along.

        Raises:
            NotFound: no such claim, or its article was withdrawn.
            ProvenanceError: fewer than two claims, or all of one group.

        """
        with self.archive.transaction():
            named = [acceptance.shown_claim(self.archive, claim_id) for claim_id in claims]
            groups = acceptance.several_groups(named, [self.archive.group_of(claim.id) for claim in named])
            return self._keep(Action.MERGE, claims=named, companions=self._others(named, groups), note=why)

    def split(self, claims: str | Sequence[str], why: str | None = None) -> JournalEntry:
        """Say that a claim, or several of one group, do not belong with the others of their group. No machine puts them together again.

        Raises:
            NotFound: no such claim, or its article was withdrawn.
            ProvenanceError: claims of several groups, or no others are left in the group.

        """
        with self.archive.transaction():
            ids = [claims] if isinstance(claims, str) else claims
            named = [acceptance.shown_claim(self.archive, claim_id) for claim_id in ids]
            group = acceptance.one_group_with_others(named, [self.archive.group_of(claim.id) for claim in named])
            return self._keep(Action.SPLIT, claims=named, companions=self._others(named, [group]), note=why)

    def reject_collapse(self, claim_id: str, origin_key: str, why: str | None = None) -> JournalEntry:
        """Say that a claim was wrongly folded into an origin: from now on it counts on its own.

        Raises:
            NotFound: no such claim, or its article was withdrawn.
            ProvenanceError: it is not folded into that origin.

        """
        claim = acceptance.shown_claim(self.archive, claim_id)
        acceptance.folded_into(claim, origin_key, self.archive.group_of(claim.id))
        return self._keep(Action.REJECT_COLLAPSE, claims=[claim], collapsed_into=origin_key, note=why)

    def _others(self, named: Sequence[Claim], groups: Sequence[ClaimGroup]) -> list[Claim]:
        known = {claim.id for claim in named}
        rest = [claim for group in groups for claim in group.claims if claim not in known]
        return [item.claim for item in self.archive.in_context(rest, withdrawn=False)]

    def grade_source(self, key_or_name: str, letter: str, why: str) -> JournalEntry:
        """Give an outlet or origin a letter of the Admiralty code, or withdraw with F what was given; the scores that rest on it follow.

        Raises:
            NotFound: none, or more than one, is called so.
            ProvenanceError: the letter is none, no reason is given, or it is nobody in particular.

        """
        right, reason = checked.letter(letter), checked.reason(why)
        key = acceptance.gradable(sources.key_of(self.archive, self.registry, key_or_name))
        return self._keep(Action.GRADE_SOURCE, source=key, letter=right, note=reason)

    def correct_article(self, article_id: str, correction: ArticleCorrection, why: str | None = None) -> JournalEntry:
        """Set right who published an article, or when. Raises ProvenanceError where nothing is set."""
        right = checked.article_correction(correction)
        return self._keep(Action.CORRECT_ARTICLE, article=self.archive.article(article_id).id, correction=right, note=why)

    def withdraw_article(self, article_id: str, why: str | None = None) -> JournalEntry:
        """Take an article out of everything that is shown and counted. It stays in the archive, and the journal keeps what was decided.

        Raises ProvenanceError where it was withdrawn before.
        """
        return self._keep(Action.WITHDRAW_ARTICLE, article=acceptance.not_yet_withdrawn(self.archive.article(article_id)).id, note=why)

    def undo(self) -> JournalEntry | None:
        """Take back this reviewer's last decision that is in force; returns it, or None where there is none."""
        with self.archive.transaction():
            entry = self.archive.journal.undo(self.reviewer, _now())
            self._followed(entry)
        return entry

    def redo(self) -> JournalEntry | None:
        """Bring back what this reviewer undid last; returns it, or None where there is nothing to bring back."""
        with self.archive.transaction():
            entry = self.archive.journal.redo(self.reviewer, _now())
            self._followed(entry)
        return entry

    def _keep(
        self,
        action: Action,
        *,
        claims: Sequence[Claim] = (),
        companions: Sequence[Claim] = (),
        article: str | None = None,
        **decided: object,
    ) -> JournalEntry:
        about = {"claims": _refs(claims), "companions": _refs(companions), "article": article}
        entry = JournalEntry.model_validate({"at": _now(), "reviewer": self.reviewer, "action": action, **about, **decided})
        with self.archive.transaction():
            kept = self.archive.journal.append(entry)
            self._followed(kept)
        return kept

    def _followed(self, entry: JournalEntry | None) -> None:
        if entry is not None:
            follow(self.archive, entry, self.registry, self.method)

    def _with_echoes(self, claim_id: str) -> list[Claim]:
        claim = acceptance.shown_claim(self.archive, claim_id)
        group = self.archive.group_of(claim.id)
        members = self.archive.members(group.id) if group.id else ()
        this = next((m for m in members if m.claim.id == claim.id), None)
        if this is None:
            return [claim]
        found: list[ClaimInContext] = cards.echoes_of(members, this, group)
        return [item.claim for item in found]


def _refs(claims: Sequence[Claim]) -> tuple[ClaimRef, ...]:
    once = {claim.id: claim for claim in claims}.values()
    return tuple(ClaimRef(claim=c.id, article=c.article, span=c.span, text=c.text) for c in once)


def _now() -> datetime:
    return datetime.now(UTC)

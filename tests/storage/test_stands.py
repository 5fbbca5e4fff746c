"""In which group a claim is, and how many independent origins say so."""

from provenance.model.chain import Origin, Stand
from provenance.model.source import SourcingType
from provenance.storage import Archive


def test_every_claim_of_a_group_stands_with_the_origins_of_its_group(archive: Archive, make) -> None:
    read = make.take_in(archive, make.reading())
    origins = tuple(Origin(key=key, name=key, sourcing_type=SourcingType.STATE_AGENCY) for key in ("sana", "anadolu"))
    group = make.grouped(*read.claims).model_copy(update={"origins": origins})
    archive.save_tracing([group], (), [claim.id for claim in read.claims])
    assert archive.stands([claim.id for claim in read.claims]) == {claim.id: Stand(group.id, 2) for claim in read.claims}


def test_claims_that_nobody_knows_or_that_were_never_traced_stand_nowhere(archive: Archive, make) -> None:
    read = make.reading()
    archive.save_article(*read)
    assert archive.stands([read.claims[0].id, "nobody's"]) == {}

"""A claim as schema.org `Claim`, in JSON-LD: what is asked, who says it, where it appears; never a verdict."""

import json
from typing import Any

import markupsafe

from longarm.model.claims import UNKNOWN
from longarm.model.public import PublicClaim, PublicStatement
from longarm.publication.site.dossier import Dossier

_MOST = 20  # appearances told; the data folder has all


def claim_data(dossier: Dossier, claim: PublicClaim) -> markupsafe.Markup:
    """The JSON, safe inside a script element: `<`, `>` and `&` are escaped. No rating and no review goes with it."""
    text = json.dumps(_claim(dossier, claim), ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return markupsafe.Markup(text)


def _claim(dossier: Dossier, claim: PublicClaim) -> dict[str, Any]:
    said = dossier.said(claim.statements)
    origins = dict.fromkeys(origin.source for origin in claim.origins if origin.source not in ("", UNKNOWN))
    parties = [dossier.sources[source].name for source in origins if source in dossier.sources]
    return {
        "@context": "https://schema.org",
        "@type": "Claim",
        "identifier": claim.id,
        "name": claim.question,
        "abstract": "A question that statements answer; it is not a finding, and no answer is chosen.",
        "claimInterpreter": [{"@type": "Organization", "name": name} for name in parties],
        "appearance": [_appearance(dossier, one) for one in said[:_MOST]],
    }


def _appearance(dossier: Dossier, statement: PublicStatement) -> dict[str, Any]:
    document = dossier.documents[statement.document]
    told: dict[str, Any] = {"@type": "CreativeWork", "name": document.name, "text": statement.span.words}
    if document.publisher:
        told["publisher"] = {"@type": "Organization", "name": document.publisher}
    if document.published and document.published.start:
        told["datePublished"] = document.published.start
    if document.url:
        told["url"] = document.url
    return told

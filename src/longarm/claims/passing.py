"""What one document tells beside its subject: the background of a case, asides of its author.

Such questions stay claims with all that belongs to one; whoever lists claims lists them last and says so.
"""

from collections.abc import Iterable

from longarm.claims.context import Context
from longarm.claims.questions import Question
from longarm.claims.telling import UNCOUNTED
from longarm.model.claims import Resolved

ISO = 2  # letters of the code of a state
KINDS = ("act", "figure", "purpose", "quotation")  # a reply, a step, a call and a facility are always of the subject


def is_passing(question: Question, members: Iterable[Resolved], context: Context) -> bool:
    """Whether a claim is told in passing: by one document, of no method, of no measure of the codebook, and not as the
    deed of a state. What a person added is never so.

    Args:
        members: the statements that answer the question.
    """
    told = [item.statement for item in members]
    if question.kind not in KINDS or len({one.document for one in told}) > 1 or any(one.by for one in told):
        return False
    if question.method or question.topics or (question.kind == "act" and len(question.actor) == ISO):
        return False
    return not any(one.measure in context.measures and one.measure not in UNCOUNTED for one in told)

"""The words of a telling as a question shows them: in their sentence where they need it, clipped, quotations closed."""

from longarm.claims import words
from longarm.claims.context import Context
from longarm.claims.origins.sentence import sentence
from longarm.core.phrases import shortened
from longarm.model.claims import Resolved

FEWEST = 3  # words that a telling must have to be shown without its sentence
SHORT = 4  # the same for a count, whose number is left out
LONGEST = 140  # characters of a telling that are shown
UNCOUNTED = frozenset({"money", "share", "change"})  # measures that are asked for by "how much"
HOW_MANY, HOW_MUCH = "how many", "how much"


def told(first: Resolved, context: Context) -> str:
    """The words of a telling, clipped; of one that is too short ("pleads guilty") or has lost its subject ("vanished
    from a shop") the sentence that it stands in, up to its end."""
    said = first.statement
    if len(said.span.words.split()) < FEWEST:
        return _clipped(sentence(first, context).words)
    is_fragment = said.kind != "purpose" and _is_fragment(said.span.words)
    return _clipped(_led(first, context) if is_fragment else said.span.words)


def _is_fragment(telling: str) -> bool:
    first = telling.split()[0]
    return first.islower() and (first in words.load().fragments or first.endswith("ed"))


def _led(first: Resolved, context: Context) -> str:
    """A telling with what leads to it in its sentence, of that the end where it is long."""
    span, whole = first.statement.span, sentence(first, context)
    led = whole.words[: span.end - whole.start]
    if not led.endswith(span.words) or len(span.words) >= LONGEST:
        return span.words
    kept = led[2 - LONGEST :]
    return led if len(led) <= LONGEST else f"… {kept[kept.index(' ') + 1 :]}" if " " in kept else span.words


def blank(first: Resolved, context: Context) -> str:
    """The words of a count, clipped, with what leads to them, and its number left blank."""
    said, quantity = first.statement.span, first.statement.quantity
    if quantity is None or not said.contains(quantity.span):
        return _clipped(said.words)
    at = quantity.span.start - said.start
    asked = HOW_MUCH if first.statement.measure in UNCOUNTED else HOW_MANY
    left = f"{said.words[:at]}[{asked}]{said.words[at + len(quantity.span.words) :]}"
    led = _led(first, context) if said.words[0].islower() or len(said.words.split()) < SHORT else said.words
    return _clipped(led.removesuffix(said.words) + left)


def without_blanks(question: str) -> str:
    """A question without the marks of what is counted in it ("[how many]"), which are brackets of our own."""
    return question.replace(f"[{HOW_MANY}]", "").replace(f"[{HOW_MUCH}]", "")


def _clipped(text: str) -> str:
    return shortened(_closed(" ".join(text.split()).strip(" .,;:")), LONGEST)


def _closed(text: str) -> str:
    """Words whose quotation marks are pairs: those around all of them go, one that is left open is closed."""
    for start, end in ("“”", '""'):
        if text.startswith(start) and text.endswith(end) and not {start, end} & set(text[1:-1]):
            return text[1:-1].strip(" .,;:")
    if text.count('"') % 2:
        return _paired(text)
    opened, closed = text.count("“"), text.count("”")
    if opened == closed:
        return text
    return f"{text}”" if opened > closed else f"“{text}"


def _paired(text: str) -> str:
    """Words with an odd number of straight marks: one that stands at an end alone goes, another gets its pair."""
    if text[0] == '"' or text[-1] == '"':
        return text.strip('"').rstrip(" .,;:") if text.count('"') == 1 else f'{text}"' if text[0] == '"' else f'"{text}'
    last = text.rindex('"')
    return f'{text}"' if text[last - 1] == " " else f'"{text}'

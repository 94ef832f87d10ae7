"""A reading that takes no time: a statement for each block that has the word "told"; and crawls to read."""

import os
import random
from collections.abc import Iterable, Iterator

from tests.documents.crawls import Crawl

from longarm.model.documents import Document, Passage, TextLayer
from longarm.model.spans import Span
from longarm.model.statements import Reading, Statement, Voice

EXILE = "Agents of the Ruritanian embassy threatened relatives of exiles abroad and pressed dissidents to return home."
DULL = (
    "The bakery on the corner sells bread from six in the morning, and the queue is long on Saturdays, says its owner."
)
GERMAN = (
    "Die Polizei hat am Montag in der Stadt mehrere Wohnungen durchsucht und dabei umfangreiches Material gefunden, "
    "teilte die Staatsanwaltschaft am Abend mit. Weitere Angaben machten die Behörden zunächst nicht."
)


def reads(items: Iterable[tuple[TextLayer, Document]], key: bytes) -> Iterator[Reading]:
    """Readings; a text with the word "explode" ends the process, one with "stumble" is a bug on it."""
    for layer, document in items:
        if "explode" in layer.text:
            os._exit(3)
        if "stumble" in layer.text:
            raise ValueError(layer.text)
        spans = [Span.of(layer.id, layer.text, block.start, block.end) for block in layer.blocks]
        statements = tuple(
            Statement(
                f"st-{at}",
                document.id,
                span,
                "act",
                "threats-in-person",
                (Voice("", "", None, None, "author"),),
                passage=at,
            )
            for at, span in enumerate(spans)
            if "told" in span.words
        )
        yield Reading(
            layer.id, document.id, "quick", tuple(Passage(span, "paragraph") for span in spans), statements=statements
        )


def page(*paragraphs: str, title: str = "Notes") -> bytes:
    """A page with these paragraphs."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html lang=en><head><title>{title}</title></head><body><article>{body}</article></body></html>".encode()


def telling(number: int) -> bytes:
    """A page that tells of repression; no two are alike."""
    letters = random.Random(number)
    words = ["".join(letters.choices("abcdefgh", k=6)) for _ in range(60)]
    return page(EXILE, f"The group told of {' '.join(words[:30])}.", f"It was told again of {' '.join(words[30:])}.")


def mixed() -> Crawl:
    """Pages of every sort: telling, dull, in another language, copies, empty, redirects, pictures."""
    crawl = Crawl()
    for number in range(4):
        crawl.response(f"https://a.example/telling/{number}", telling(number))
        crawl.response(f"https://a.example/dull/{number}", page(DULL, f"It opened in 19{number}5."))
    crawl.response("https://a.example/silent", page(EXILE, "Nothing more was said of it by anybody at all that day."))
    crawl.response("https://b.example/copy", telling(1))
    crawl.response("https://b.example/retold", page(*_paragraphs(2), title="Another title"))
    crawl.response("https://b.example/nearly", page(*_paragraphs(3), "Read more on our site.", title="Yet another"))
    crawl.response("https://de.example/eins", page(GERMAN, title="Durchsuchung"))
    crawl.response("https://a.example/empty", b"<html></html>")
    crawl.response("https://a.example/moved", status="301 Moved Permanently")
    crawl.response("https://a.example/seal.png", b"\x89PNG", media="image/png")
    crawl.response("https://a.example/packed", b"\x0b", headers=[("Content-Encoding", "br")])
    return crawl


def _paragraphs(number: int) -> list[str]:
    text = telling(number).decode()
    return [part.partition("</p>")[0] for part in text.split("<p>")[1:]]

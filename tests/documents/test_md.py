"""Markdown leaves its marks behind and keeps every word; front matter states metadata."""

from longarm.documents.formats.md import read


def blocks(text: str) -> list[tuple[str, str]]:
    found = read(text.encode(), "a.md")
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


PAGE = """\
---
title: "Harbour clerks: a year on"
date: '2025-11-13T00:27:14+00:00'
source_url: https://lamp.example/harbour
publisher:
  name: ignored
site_name: The Evening Lamp
lang: en
tags: [a, b]
---

A court [sentenced](https://lamp.example/a_(b)) the clerk
to **four _whole_ years**, the [Lamp](https://lamp.example)
, said.[^1] ![The pier](pier.jpg)

## What he said

> "I kept *no* list,"
> he said.

- One office, in
  Oslo
- Two in Bergen

| City | Offices |
|------|--------:|
| Oslo | `3` |

A snake_case_name, 3 * 4 and \\*stars\\* stay &amp; so does <b>this</b>.

[ref]: https://lamp.example/ref
"""


def test_words_stay_and_marks_go() -> None:
    assert blocks(PAGE) == [
        ("heading", "Harbour clerks: a year on"),
        ("paragraph", "A court sentenced the clerk to four whole years, the Lamp, said."),
        ("heading", "What he said"),
        ("quotation", '"I kept no list," he said.'),
        ("list-item", "One office, in Oslo"),
        ("list-item", "Two in Bergen"),
        ("table", "City | Offices\nOslo | 3"),
        ("paragraph", "A snake_case_name, 3 * 4 and *stars* stay & so does this."),
    ]


def test_front_matter_states_what_a_document_is() -> None:
    told = read(PAGE.encode(), "a.md").metadata
    values = (told.title, told.publisher, told.url, told.language, told.published)
    assert [one.value if one else "" for one in values] == [
        "Harbour clerks: a year on",
        "The Evening Lamp",
        "https://lamp.example/harbour",
        "en",
        "2025-11-13",
    ]


def test_front_matter_that_is_broken_is_no_text_and_states_nothing() -> None:
    found = read(b"---\ntitle: [unclosed\n---\n# The pier\n\nIt closed.\n", "a.md")
    assert found.text == "The pier\n\nIt closed."
    assert found.metadata.title is not None and found.metadata.title.origin == "first line"


def test_a_rule_at_the_start_is_no_front_matter() -> None:
    assert blocks("---\n\nThe pier closed.\n\n---\n\nIt opened.") == [
        ("paragraph", "The pier closed."),
        ("paragraph", "It opened."),
    ]


def test_underlined_headings_and_numbered_lists_are_told() -> None:
    assert blocks("The pier\n========\n\n1. It closed.\n2. It opened.\n") == [
        ("heading", "The pier"),
        ("list-item", "It closed."),
        ("list-item", "It opened."),
    ]

"""Work done by processes of this machine."""

from tests.screen import quick

from longarm.screen.engines.local import Local, Looking
from longarm.screen.looking import Look


def test_answers_come_in_the_order_of_the_questions_also_from_new_workers() -> None:
    pages = [quick.page(quick.EXILE, f"They told of {number}.") for number in range(4)]
    asked = [(number, Looking(data, "page.html") if number % 3 else None) for number, data in enumerate(pages)]
    with Local(quick.reads, "quick", 1, renewed=1) as engine:
        answers = list(engine.answers(asked))
    assert [number for number, _ in answers] == [0, 1, 2, 3]
    assert [isinstance(answer, Look) for _, answer in answers] == [False, True, True, False]

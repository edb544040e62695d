"""A talk is read whole or refused with the line and the reason."""

import pytest

from mureceptor.live.talk import Scene, read_talk

FINE = '[[scene]]\nheadline = "One"\nview = "short"\n'
HEADLINE = 'headline = "x"\nview = "short"\n'


def test_what_is_left_out_is_as_usual() -> None:
    (scene,) = read_talk(FINE)
    assert scene == Scene("One", scene.view, scene.view.state())
    assert (scene.notes, scene.question, scene.link, scene.answers) == ("", "", "", ())
    assert scene.ballot == frozenset()


def test_a_state_is_named_by_field() -> None:
    first, second = read_talk(
        FINE + "state = { amount = 10 }\n" + '[[scene]]\nheadline = "Two"\nview = "reserve"\n'
        'state = { amplification = 1, push = "high" }\n'
    )
    assert first.state.texts()["amount"] == "10"
    assert second.state.texts()["push"] == "high"


def test_a_scene_may_ask_to_be_stepped_through() -> None:
    asks, does_not = read_talk(
        '[[scene]]\nheadline = "Weeks"\nview = "weeks"\nsteps = true\n' + FINE
    )
    assert (asks.steps, does_not.steps) == (True, False)
    assert asks.view.steps[0][0] == "Daily: tolerance"


def test_only_an_empty_line_parts_the_notes() -> None:
    (scene,) = read_talk(FINE + 'notes = """\nOne line\ngoes on.\n\nA second part.\n"""\n')
    assert scene.notes == "One line goes on.\n\nA second part."


def test_what_a_room_can_say_on_a_scene() -> None:
    asked, guessed = read_talk(
        FINE + 'question = "Well?"\nanswers = ["Yes", " No ", "That depends"]\n'
        '[[scene]]\nheadline = "Two"\nview = "guess"\n'
    )
    assert asked.answers == ("Yes", "No", "That depends")
    assert asked.ballot == {"0", "1", "2"}
    assert guessed.guess == "height"
    assert guessed.ballot == {str(height) for height in range(101)}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "line 1: a talk is one [[scene]] or more"),
        ("[[scene]]\nheadline = ", "line 2"),
        ('title = "x"\n' + FINE, "line 1: a talk is one [[scene]] or more and nothing else"),
        ('scene = "x"', "line 1: a talk is one [[scene]] or more"),
        ("[[scene]]\n", "the scene at line 1: headline is missing"),
        ('[[scene]]\nheadline = "x"\n', "the scene at line 1: view is missing"),
        ('[[scene]]\nheadline = "  "\nview = "short"', "the scene at line 1: headline is missing"),
        (
            FINE + "\n\n[[scene]]\n" + HEADLINE + "note = 1",
            "the scene at line 6: unknown entry 'no",
        ),
        ("# mine\n[[scene]]\n" + HEADLINE + "notes = 1", "line 2: notes must be a text of at most"),
        (f'[[scene]]\nheadline = "{"x" * 43}"\nview = "short"', "at most 42 characters"),
        (FINE + f'question = "{"x" * 91}"', "at most 90 characters"),
        (
            '[[scene]]\nheadline = "x"\nview = "shrot"',
            "there is no view 'shrot'; there are breathing,",
        ),
        (FINE + 'answers = ["Yes", "No"]', "answers need a question"),
        (
            '[[scene]]\nheadline = "x"\nview = "guess"\nquestion = "x"\nanswers = ["a", "b"]',
            "a figure without a guess on it",
        ),
        (FINE + 'question = "x"\nanswers = ["Yes"]', "two to four answers that differ"),
        (FINE + 'question = "x"\nanswers = ["Yes", "Yes "]', "two to four answers that differ"),
        (FINE + 'question = "x"\nanswers = ["a", "b", "c", "d", "e"]', "two to four answers"),
        (FINE + 'question = "x"\nanswers = ["Yes", ""]', "at most 24 characters"),
        (FINE + f'question = "x"\nanswers = ["Yes", "{"x" * 25}"]', "at most 24 characters"),
        (FINE + 'question = "x"\nanswers = ["Yes", 1]', "answers must be a list of texts"),
        (FINE + 'question = "x"\nanswers = "Yes"', "answers must be a list of texts"),
        (FINE + "state = 1", "state must be a table"),
        (FINE + "steps = true", "steps must be true or false, and true only for a figure that has"),
        (FINE + "steps = 2", "steps must be true or false"),
        (FINE + "state = { amuont = 1 }", "the view 'short' has no 'amuont'; it has amount"),
        (FINE + "state = { amount = -1 }", "line 1: "),
        (FINE + 'state = { amount = "much" }', "line 1: "),
        (FINE + 'link = "https://elsewhere.example"', "link must be a page of this app"),
        (FINE + 'link = "//elsewhere.example"', "link must be a page of this app"),
        (
            " [[scene]] # first\n" + HEADLINE + "[[ scene ]]\n" + HEADLINE + "x = 1",
            "at line 4: unk",
        ),
        (
            'scene = [{ headline = "x", view = "short" }]',
            "line 1: each scene begins with [[scene]]",
        ),
    ],
)
def test_a_refusal_says_line_and_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match="line") as refused:
        read_talk(text)
    assert reason in str(refused.value)

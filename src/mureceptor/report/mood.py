"""Kratom, reward and mood: what was found, each line led by what it was found in."""

from html import escape
from typing import Final

from mureceptor.report.pictures import cited, figure, tags

_FOUND: Final = (
    ("animals", "Mice found kratom and 7-OH rewarding.", ("Gutridge2020",)),
    (
        "animals",
        "Rats worked to get 7-OH, but not mitragynine.",
        ("Hemby2019", "Yue2018"),
    ),
    ("people", "People in online surveys often tell of better mood.", ("GarciaRomeu2020",)),
    (
        "people",
        "In a small study without blinding, 6 of 10 people told of mild pleasure.",
        ("Smith2024",),
    ),
    (
        "people",
        "Pure mitragynine changed moods little in 15 people; the largest amount brought "
        "distress, told as mild.",
        ("Prevete2025",),
    ),
    (
        "people",
        "In 36 volunteers the pain relief, slower breathing and drowsiness of one opioid were "
        "measured side by side. That was not kratom.",
        ("Angst2009",),
    ),
)


def mood() -> str:
    """List what is known of kratom, reward and mood."""
    lines = "".join(
        f"<li>{tags(system)} {escape(words)} {cited(*sources)}</li>"
        for system, words, sources in _FOUND
    )
    body = (
        f'<ul class="lines">{lines}</ul><p class="picture-words">Mood is more than this one '
        "circuit, and other targets of kratom may play a part.</p>"
        '<p class="picture-words"><b>And calm?</b> People also speak of feeling relaxed. Calm can '
        "be the first step of being drowsy, and with opioids that belongs to the same package as "
        "slower breathing. To feel calm does not show that breathing is fine. Somebody who cannot "
        "be woken needs help at once.</p>"
    )
    title = "Kratom and mood: the signs point both ways"
    return figure("mood", title, ("people", "animals"), "", body)

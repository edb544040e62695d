"""Kratom, reward and mood: what was found, each line led by what it was found in."""

from typing import Final

from mureceptor.report.still import Line, Lines, Paragraph, Still, cited

_FOUND: Final = (
    ("animals", "Mice found kratom and 7-OH rewarding.", cited("Gutridge2020")),
    ("animals", "Rats worked to get 7-OH, but not mitragynine.", cited("Hemby2019", "Yue2018")),
    (
        "people",
        "In online surveys, which people chose to answer, they often tell of better mood.",
        cited("GarciaRomeu2020"),
    ),
    (
        "people",
        "In a small study in which all knew what they took, 6 of 10 people told of mild pleasure.",
        cited("Smith2024"),
    ),
    (
        "people",
        "The largest amount of pure mitragynine brought distress, told as mild; else moods "
        "changed little in 15 people.",
        cited("Prevete2025"),
    ),
    (
        "people",
        "In 36 volunteers the pain relief, slower breathing and drowsiness of one opioid were "
        "measured side by side. That was not kratom.",
        cited("Angst2009"),
    ),
)


def mood() -> Still:
    """List what is known of kratom, reward and mood."""
    return Still(
        key="mood",
        title="Kratom and mood: the signs point both ways",
        tags=("people", "animals"),
        caution="To feel calm or pleased does not show that breathing is fine.",
        pieces=(
            Lines(tuple(Line("", (tag,), words, found) for tag, words, found in _FOUND)),
            Paragraph(
                (
                    "Mood is more than this one circuit, and other targets of kratom may play a "
                    "part.",
                )
            ),
            Paragraph(
                (
                    "Calm can be the first step of being drowsy, and with opioids that belongs "
                    "to the same package as slower breathing. Somebody who cannot be woken needs "
                    "help at once. People who take kratom speak of feeling relaxed, too.",
                ),
                begins="And calm?",
            ),
        ),
    )

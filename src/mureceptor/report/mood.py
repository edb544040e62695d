"""Kratom, reward and mood: what points to reward and what points away, and where it was found."""

from typing import Final

from mureceptor.report.still import Cell, Grid, Line, Notes, Paragraph, Still, cited

TO, AWAY = "Points to reward", "Points away from it"
# Where each was found, what it points to, in a few words and in a sentence.
_FOUND: Final = (
    (
        "animals",
        TO,
        "mice liked kratom and its 7-OH",
        "Mice found kratom and 7-OH rewarding.",
        cited("Gutridge2020"),
    ),
    (
        "animals",
        TO,
        "rats worked to get 7-OH, a drug from kratom",
        "Rats worked to get 7-OH, but not mitragynine.",
        cited("Hemby2019", "Yue2018"),
    ),
    (
        "animals",
        AWAY,
        "rats made no effort to get mitragynine, kratom’s main drug",
        "Rats did not work to get mitragynine.",
        cited("Hemby2019", "Yue2018"),
    ),
    (
        "people",
        TO,
        "surveys: many report better mood",
        "In online surveys, which people chose to answer, they often report better mood.",
        cited("GarciaRomeu2020"),
    ),
    (
        "people",
        TO,
        "6 of 10 people reported mild pleasure",
        "In a small study in which all knew what they took, 6 of 10 people reported mild pleasure.",
        cited("Smith2024"),
    ),
    (
        "people",
        AWAY,
        "pure mitragynine: distress after the largest amount",
        "In a small study the largest amount of pure mitragynine brought distress, which the "
        "paper calls mild. Other moods changed little.",
        cited("Prevete2025"),
    ),
)


def mood() -> Still:
    """Set what points to reward beside what points away, and say where each was found."""
    return Still(
        key="mood",
        title="Kratom and mood: the signs point both ways",
        tags=("people", "animals"),
        caution="To feel calm or pleased does not show that breathing is fine.",
        pieces=(
            Grid(
                (TO, AWAY),
                tuple(
                    (
                        f"In {where}",
                        tuple(
                            tuple(
                                Cell("", short, hollow=False)
                                for found, side, short, *_ in _FOUND
                                if (found, side) == (where, column)
                            )
                            for column in (TO, AWAY)
                        ),
                    )
                    for where in ("people", "animals")
                ),
            ),
            Notes(
                "Each sign in words, with its source",
                tuple(Line("", (where,), words, works) for where, _, _, words, works in _FOUND),
            ),
            Paragraph(
                (
                    "People also speak of feeling relaxed. Calm can be the first step of being "
                    "drowsy, and with opioids that belongs to the same package as slower "
                    "breathing. In 36 volunteers drowsiness, slower breathing and pain relief "
                    "from one opioid were measured side by side. That was not kratom ",
                    cited("Angst2009"),
                    ". Somebody who cannot be woken needs help at once.",
                ),
                begins="And calm?",
            ),
            Paragraph(
                (
                    "Mood is more than this one circuit, and other targets of kratom may play a "
                    "part.",
                )
            ),
        ),
    )

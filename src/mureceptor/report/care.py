"""Dependence, a use disorder, what helps and who, as still pictures and a box."""

from dataclasses import dataclass
from typing import Final

from mureceptor.evidence import counts, glossary, measures
from mureceptor.report.still import (
    Cited,
    Counted,
    Pair,
    Paragraph,
    Squares,
    Still,
    Track,
    Tracks,
    Who,
    cited,
)

_MOST: Final = 10  # deaths per 1,000 people in a year at the right end of the scale


def helps() -> Still:
    """Draw deaths in and out of treatment, and the 28 people who were treated for kratom."""
    rates = measures("treatment")
    first = rates[0]
    inside, outside = measures("methadone")
    (stayed,) = (row for row in counts() if row.group == "care")
    of = f"{stayed.count} of {stayed.out_of}"
    return Still(
        key="helps",
        title="What helps: in treatment, fewer than half as many died",
        tags=(first.system,),
        caution=first.caution,
        pieces=(
            Paragraph(
                (
                    "Buprenorphine is a medicine that pushes only in part, too. Of every 1,000 "
                    "people with opioid dependence who were given it, so many died in a year, of "
                    "any cause. The longer bar is the time out of treatment.",
                )
            ),
            Tracks(
                tuple(
                    Track(
                        row.label.capitalize(),
                        (),
                        (0, row.value),
                        f"{row.value:g}",
                        " of 1,000 in a year",
                        f"{row.value:g} {row.unit}",
                    )
                    for row in rates
                ),
                _MOST,
                "bar",
            ),
            Who(who=first.who, how=first.how, source=cited(first.source), reading=first.reading),
            Paragraph(
                (
                    "A full agonist is used to treat, too. People given methadone died less often "
                    f"in treatment as well: {inside.value:g} of 1,000 in a year, and "
                    f"{outside.value:g} out of it. They were other people, so the two medicines "
                    "cannot be compared by these numbers ",
                    cited(inside.source),
                    ".",
                )
            ),
            Paragraph(
                (
                    f" we found no trial. Of {stayed.out_of} {stayed.population}, {stayed.count} "
                    f"were still in treatment when somebody counted. {stayed.caution}",
                ),
                begins="For kratom",
            ),
            Counted(
                (Squares(stayed.out_of, stayed.count, 14),),
                f"{of} squares are marked: {stayed.label}",
            ),
            Who(
                how=stayed.asked,
                when_where=f"{stayed.year}, {stayed.place}",
                source=cited(stayed.source),
                reading=stayed.reading,
            ),
        ),
    )


def withdrawal() -> Still:
    """Set what is known of kratom\u2019s withdrawal beside what is not."""
    return Still(
        key="withdrawal",
        title="Kratom\u2019s withdrawal: people report it, much is not known",
        tags=("people",),
        pieces=(
            Pair(
                (
                    (
                        "Known: it happens",
                        "After daily use people report craving, sore muscles, poor sleep, a runny "
                        "nose and low mood. Newborns whose mothers took kratom have had it too.",
                    ),
                    (
                        "Not known: its course",
                        "We found no curve of it, measured day by day, and no study in people that "
                        "sets it beside that of another opioid.",
                    ),
                )
            ),
            Paragraph(
                (
                    "People reported it when they were asked ",
                    cited("Singh2014", "Rogers2024"),
                    ". Of newborns there are reports of single cases ",
                    cited("Eldridge2018", "Murthy2019"),
                    ". Nothing here says that it is mild.",
                )
            ),
        ),
    )


def two_words() -> Still:
    """Set dependence and use disorder side by side."""
    terms = (glossary()[word] for word in ("dependence", "use disorder"))
    return Still(
        key="two-words",
        title="Two words that are not the same",
        tags=("people",),
        pieces=(
            Pair(tuple((term.screen.capitalize(), term.plain) for term in terms)),
            Paragraph(
                (
                    "In the largest survey of people who take kratom, the signs of a use disorder "
                    "that were named most often were tolerance and withdrawal: signs of "
                    "dependence ",
                    cited("Hill2024"),
                    ". So in surveys the two run together, and a number for one may be mostly a "
                    "number for the other.",
                )
            ),
        ),
    )


@dataclass(frozen=True)
class Known:
    """One thing that is known, under its title: in what it was found, and its works."""

    title: str
    tags: tuple[str, ...]
    words: str
    works: Cited


@dataclass(frozen=True)
class Box:
    """A calm box for those who take kratom daily; the page adds who helps (`box.html`).

    `more` is the path of the chapter that says more, if another one does.
    """

    known: tuple[Known, ...]
    more: str = ""


BOX: Final = Box(
    (
        Known(
            "What withdrawal is like",
            ("people",),
            "People report craving, sore muscles, poor sleep, a runny nose and low mood.",
            cited("Singh2014", "Rogers2024"),
        ),
        Known(
            "Stopping",
            (),
            "To stop all at once after daily use can be hard. You do not have to do it alone: ask "
            "a doctor first. To ask is not to fail.",
            cited(),
        ),
        Known(
            "When pregnant",
            (),
            "Do not stop alone. It can be dangerous for you and the child. Ask a doctor or "
            "midwife first. That advice is about opioids. For kratom we found none of its own.",
            cited("ACOG2017"),
        ),
    )
)
SHORT_BOX: Final = Box(
    (
        Known(
            "Stopping",
            (),
            "To stop all at once can be hard. When pregnant, do not stop alone: it can be "
            "dangerous for you and the child.",
            cited(),
        ),
    ),
    more="daily",
)

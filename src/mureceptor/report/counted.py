"""People who were counted, as still pictures: each square is one, and every one is drawn."""

from typing import Final

from mureceptor.evidence import Count, counts
from mureceptor.report.still import Counted, Group, Groups, Paragraph, Squares, Still, Who, cited
from mureceptor.views.phrases import digits

BLOCK: Final = 1000  # people in a block of the large picture
_BLOCK_COLUMNS: Final = 20


def blocks(total: int, marked: int) -> tuple[Squares, ...]:
    """Part `total` into blocks of a thousand; the `marked` ones stand in the first of them."""
    return tuple(
        Squares(min(BLOCK, total - start), max(0, min(BLOCK, marked - start)), _BLOCK_COLUMNS)
        for start in range(0, total, BLOCK)
    )


def found() -> str:
    """Say in how many deaths kratom was judged a cause."""
    cause = {row.key: row for row in counts()}["deaths-cause"]
    return f"Kratom was judged a cause in {cause.count} deaths by overdose, in {cause.place}."


def judged() -> str:
    """Say what these numbers cannot tell, in how many it was found, and of whom."""
    widest = {row.key: row for row in counts()}["deaths-found"]
    return (
        "How many deaths it causes is not known: routine tests miss it. It was found in "
        f"{widest.count} of {widest.out_of:,} people who died, mostly of opioids."
    )


def deaths() -> Still:
    """Draw every person who died of an overdose, and those in whom kratom was found."""
    found = [count for count in counts() if count.group == "deaths"]
    widest = max(found, key=lambda count: count.count)
    return Still(
        key="deaths",
        title="Kratom in overdose deaths: only a count",
        tags=(widest.system,),
        caution=widest.caution,
        pieces=(
            Paragraph(
                (
                    f"Each small square is one of {widest.out_of:,} {widest.population}. A full "
                    f"block is {BLOCK:,} people. The marked squares, top left, are the "
                    f"{widest.count} with {widest.label}.",
                )
            ),
            Counted(
                blocks(widest.out_of, widest.count),
                f"{widest.count:,} of {widest.out_of:,} squares are marked: {widest.label}",
                large=False,
            ),
            Paragraph(
                (
                    f"The same {widest.count} drawn larger. The smaller counts are part of it, "
                    f"and all are out of {widest.out_of:,}.",
                )
            ),
            Groups(
                tuple(
                    Group(
                        Counted((Squares(row.count, row.count, 19),), f"{row.count} squares"),
                        f"{row.count}",
                        f" {row.label}",
                    )
                    for row in found
                ),
                apart=False,
            ),
            _who(widest),
        ),
    )


def surveys() -> Still:
    """Draw two surveys side by side, like for like, with who was asked."""
    alike = [row for row in counts() if row.alike == "moderate or severe, past year"]
    return Still(
        key="surveys",
        title="How many have a use disorder? Two surveys do not agree",
        tags=(alike[0].system,),
        caution=f"{alike[0].caution} These are two groups, asked in two ways. They are not two "
        "points of one trend, and cannot tell how likely a use disorder is for any one person.",
        pieces=(
            Paragraph(
                (f"Here both surveys count the same thing: {alike[0].label} in the past year.",)
            ),
            Groups(tuple(_survey(row) for row in alike), apart=True),
            *_levels(),
        ),
    )


def _survey(row: Count) -> Group:
    words = f"{row.count} of {row.out_of}"
    per_100 = f", or {digits(100 * row.count / row.out_of)} in 100" if row.out_of != 100 else ""
    printed = (
        f" Printed as {row.printed} people, so drawn as {row.count} in each {row.out_of}."
        if row.sample != row.out_of
        else ""
    )
    return Group(
        Counted((Squares(row.out_of, row.count, 10),), f"{words} squares are marked"),
        words,
        f"{per_100}.{printed}",
        _who(row),
    )


def _levels() -> tuple[Paragraph, Paragraph]:
    levels = [row for row in counts() if row.group == "disorder" and row.alike.startswith("levels")]
    any_level = next(row for row in counts() if row.alike == "any level, past year")
    largest = next(row for row in counts() if row.alike == "any level, largest survey")
    *parts, last = (f"{row.count} {row.label.split()[1]}" for row in levels)
    return (
        Paragraph(
            (
                "By level, ",
                cited(any_level.source),
                f" found {', '.join(parts)} and {last}: {any_level.count} of {any_level.out_of} "
                f"with {any_level.label}. We have no such split from the other survey, so nothing "
                "stands beside it.",
            )
        ),
        Paragraph(
            (
                "The largest, ",
                cited(largest.source),
                f", asked {largest.out_of:,} {largest.population} and found {largest.count}, or "
                f"{digits(100 * largest.count / largest.out_of)} in 100, with {largest.label}. "
                "By the count of signs, most were mild or moderate: still a disorder.",
            )
        ),
    )


def _who(row: Count) -> Who:
    return Who(
        who=row.population,
        how=row.asked,
        when_where=f"{row.year}, {row.place}",
        source=cited(row.source),
        reading=row.reading,
    )

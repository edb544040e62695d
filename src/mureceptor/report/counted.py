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
        "How many deaths it causes is not known: routine tests miss it. It was in "
        f"{widest.count} of {widest.out_of:,} overdose deaths: no measure of risk."
    )


def deaths() -> Still:
    """Draw those who died of an overdose with kratom in them, and then all who died of one."""
    found = [count for count in counts() if count.group == "deaths"]
    widest = max(found, key=lambda count: count.count)
    cause = next(count for count in found if count.key == "deaths-cause")
    return Still(
        key="deaths",
        title=f"Kratom was judged a cause of {cause.count} deaths: how many there are is not known",
        tags=(widest.system,),
        caution=widest.caution,
        pieces=(
            Paragraph(("Each square is one person who died.",)),
            Groups(
                tuple(
                    Group(
                        f"{row.count}",
                        f" {row.label}",
                        Counted((Squares(row.count, row.count, 19),), f"{row.count} squares"),
                    )
                    for row in found
                ),
                apart=False,
            ),
            Paragraph(
                (
                    f"The smaller counts are part of the {widest.count}. All are out of "
                    f"{widest.out_of:,} such deaths: here each is a small square, a full block is "
                    f"{BLOCK:,}, and the {widest.count} are marked, top left. It is no share of "
                    "all who take kratom: those were not counted.",
                )
            ),
            Counted(
                blocks(widest.out_of, widest.count),
                f"{widest.count:,} of {widest.out_of:,} squares are marked: {widest.label}",
                large=False,
            ),
            _who(widest),
        ),
    )


def surveys() -> Still:
    """Draw two surveys side by side, like for like, with who was asked."""
    alike = [row for row in counts() if row.alike == "moderate or severe, past year"]
    return Still(
        key="surveys",
        title="How many who take kratom have a use disorder? Two surveys do not agree",
        tags=(alike[0].system,),
        caution=f"{alike[0].caution} Two groups, asked in two ways, are no trend, and cannot "
        "tell how likely it is for any one person.",
        pieces=(
            Groups(tuple(_survey(row) for row in alike), apart=True),
            *_levels(),
        ),
    )


def _survey(row: Count) -> Group:
    words = f"{row.count} of {row.out_of}"
    per_100 = f", or {digits(100 * row.count / row.out_of)} in 100" if row.out_of != 100 else ""
    printed = (
        f"Printed as {row.printed} people, so drawn as {row.count} in each {row.out_of}."
        if row.sample != row.out_of
        else ""
    )
    return Group(
        words,
        f"{per_100}, had {row.label} in the past year",
        Counted((Squares(row.out_of, row.count, 10),), f"{words} squares are marked"),
        printed,
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
                f"with {any_level.label}. The other gives no such split.",
            )
        ),
        Paragraph(
            (
                "A third, ",
                cited(largest.source),
                f", asked {largest.out_of:,} {largest.population} and found {largest.count}, or "
                f"{digits(100 * largest.count / largest.out_of)} in 100, with {largest.label}. "
                "Still a disorder: by the count of signs, most were mild or moderate.",
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

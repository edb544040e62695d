"""Dependence, a use disorder, what helps and who, as still pictures and a box."""

from html import escape
from typing import Final

from mureceptor.evidence import counts, glossary, measures
from mureceptor.report.pictures import cited, figure, squares, tags, track

_MOST: Final = 10.0  # deaths per 1,000 people in a year at the right end of the scale


def helps() -> str:
    """Draw deaths in and out of treatment, and the 28 people who were treated for kratom."""
    rates = measures("treatment")
    rows = "".join(
        f'<li class="bar"><span class="name">{escape(row.label.capitalize())}</span>'
        f"{track([], _MOST, f'{row.value:g} {row.unit}', spread=(0, row.value))}"
        f"<span><b>{row.value:g}</b> of 1,000 in a year</span></li>"
        for row in rates
    )
    inside, outside = measures("methadone")
    (still,) = (row for row in counts() if row.group == "care")
    drawn = squares(still.out_of, still.count, 14, size="large")
    body = (
        '<p class="picture-words">Buprenorphine is a medicine that pushes only in part, too. Of '
        "every 1,000 people with opioid dependence who were given it, so many died in a year, of "
        "any cause. The longer bar is the time out of treatment.</p>"
        f'<ul class="tracks">{rows}</ul>'
        f'<dl class="who"><dt>Who</dt><dd>{escape(rates[0].who)}</dd>'
        f"<dt>How</dt><dd>{escape(rates[0].how)}</dd><dt>Source</dt><dd>"
        f"{cited(rates[0].source)}, {escape(rates[0].reading)}</dd></dl>"
        '<p class="picture-words">A full agonist is used to treat, too. People given methadone '
        "died less often in treatment as well: "
        f"{inside.value:g} of 1,000 in a year, and {outside.value:g} out of it. They were "
        f"other people, so the two medicines cannot be compared "
        f"by these numbers {cited(inside.source)}.</p>"
        '<p class="picture-words"><b>For kratom</b> we found no trial. Of '
        f"{still.out_of} {escape(still.population)}, {still.count} were still in treatment when "
        f"somebody counted. {escape(still.caution)}</p>"
        f'<span role="img" aria-label="{still.count} of {still.out_of} squares are marked: '
        f'{escape(still.label)}">{drawn}</span>'
        f'<dl class="who"><dt>How</dt><dd>{escape(still.asked)}</dd><dt>When, where</dt>'
        f"<dd>{escape(still.year)}, {escape(still.place)}</dd><dt>Source</dt><dd>"
        f"{cited(still.source)}, {escape(still.reading)}</dd></dl>"
    )
    title = "What helps: in treatment, fewer than half as many died"
    return figure("helps", title, rates[0].system, "", body, caution=rates[0].caution)


def two_words() -> str:
    """Set dependence and use disorder side by side."""
    sides = "".join(
        f"<li><b>{escape(glossary()[word].screen.capitalize())}</b>"
        f"<p>{escape(glossary()[word].plain)}</p></li>"
        for word in ("dependence", "use disorder")
    )
    body = (
        f'<ul class="sides">{sides}</ul><p class="picture-words">In the largest survey of people '
        "who take kratom, the signs of a use disorder that were named most often were tolerance "
        f"and withdrawal: signs of dependence {cited('Hill2024')}. So in surveys the two run "
        "together, and a number for one may be mostly a number for the other.</p>"
    )
    title = "Two words that are not the same"
    return figure("two-words", title, "people", "", body)


_BOX: Final = (
    (
        "What withdrawal is like",
        f"{tags('people')} People tell of craving, sore muscles, poor sleep, a runny nose and "
        "low mood.",
        ("Singh2014", "Rogers2024"),
    ),
    (
        "Stopping",
        "To stop all at once after daily use can be hard. You do not have to do it alone: ask a "
        "doctor first. To ask is not to fail.",
        (),
    ),
    (
        "When pregnant",
        "Do not stop alone. It can be dangerous for you and the child. Ask a doctor or midwife "
        "first. That advice is about opioids. For kratom we found none of its own.",
        ("ACOG2017",),
    ),
)


def box() -> str:
    """Tell those who take kratom daily, calmly, what is known and who helps."""
    told = "".join(
        f"<dt>{title}</dt><dd>{words} {cited(*sources)}</dd>" for title, words, sources in _BOX
    )
    return _boxed(
        f"<dl>{told}<dt>Who helps</dt><dd>{_WHO}</dd>"
        f"<dt>When somebody does not wake up, or breathes slowly or not at all</dt>"
        f"<dd>{_AT_ONCE}</dd></dl>"
    )


def short_box() -> str:
    """Tell the same in three lines, with the way to the whole."""
    return _boxed(
        "<p>To stop all at once can be hard. When pregnant, do not stop alone: it can be "
        f"dangerous for you and the child.</p><p>{_WHO}</p>"
        "<p>Somebody does not wake up, or breathes slowly or not at all? "
        f'{_AT_ONCE}</p><p><a href="daily">More: what withdrawal is like, and what helps</a></p>'
    )


_WHO: Final = (
    "In the US, the SAMHSA line is free and confidential, day and night: "
    '<a href="tel:18006624357">1\u2011800\u2011662\u20114357</a>. It tells you where treatment '
    "and support are near you."
)
_AT_ONCE: Final = (
    'Call <a href="tel:911">911</a> (US), give naloxone, and stay with them. Give it also when you '
    "are not sure what was taken."
)


def _boxed(told: str) -> str:
    return (
        '<aside class="box" id="daily" aria-labelledby="daily-title">'
        f'<h2 class="section" id="daily-title">If you take kratom daily</h2>{told}</aside>'
    )

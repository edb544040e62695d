"""Tables that read on a phone: there each row becomes a few lines of text (`page.css`)."""

from collections.abc import Mapping, Sequence
from html import escape

from mureceptor.report.equations import sign
from mureceptor.report.pictures import cited, tags
from mureceptor.report.records import Record


def sheet(caption: str, columns: Sequence[str], groups: Mapping[str, Sequence[Record]]) -> str:
    """Return groups of records as one table, the last column saying what each rests on."""
    heads = (*columns, "Rests on")
    head = "".join(f'<th role="columnheader" scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(_group(title, records, heads) for title, records in groups.items())
    return (
        f'<table class="sheet" role="table"><caption>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>{body}</table>'
    )


def _group(title: str, records: Sequence[Record], heads: Sequence[str]) -> str:
    named = (
        f'<tr role="row"><th role="rowheader" scope="rowgroup" colspan="{len(heads)}" '
        f'class="group">{escape(title)}</th></tr>'
        if title
        else ""
    )
    rows = "".join(f'<tr role="row">{_cells(record, heads)}</tr>' for record in records)
    return f'<tbody role="rowgroup">{named}{rows}</tbody>'


def _cells(record: Record, heads: Sequence[str]) -> str:
    rests = f"{tags(record.tag) if record.tag else ''} {cited(*record.sources)}".strip()
    first, *others = record.cells
    shown = [
        sign(cell) if head == "Symbol" else escape(cell)
        for head, cell in zip(heads[1:], others, strict=False)
    ]
    return f'<th role="rowheader" scope="row">{escape(first)}</th>' + "".join(
        f'<td role="cell" data-head="{escape(head)}">{cell}</td>'
        for head, cell in zip(heads[1:], (*shown, rests), strict=True)
    )

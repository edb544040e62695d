"""The log: one line a record."""

import logging
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import streamlit as st

# What uvicorn takes for faults, and who waits for a room or tries something brings about at will.
_OF_STRANGERS: Final = (
    "ASGI callable returned without completing handshake",  # of each that is refused with words
    "Invalid UTF-8 sequence received from client",
)


def log_in_lines() -> None:
    """Make each log record one line: what failed and where; the stack only for debugging.

    Strangers fill no log.
    """
    plain = logging.getLogRecordFactory()

    def one_line(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = plain(*args, **kwargs)
        if record.exc_info and st.get_option("logger.level") != "debug":
            words = f"{record.getMessage().strip()}: {_failure(*record.exc_info)}"
            record.msg, record.args, record.exc_info = words, (), None
        return record

    logging.setLogRecordFactory(one_line)
    logging.getLogger("uvicorn.error").addFilter(
        lambda record: not record.getMessage().startswith(_OF_STRANGERS)
    )


def _failure(
    kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
) -> str:
    """Return the error's kind, its first line without control characters, and where it arose."""
    # A visitor may have sent part of the message, so it is cut, and holds nothing but text.
    words = "".join(c if c.isprintable() else " " for c in str(error).split("\n")[0][:200])
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = (
        f" ({Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno})"
        if trace
        else ""
    )
    return f"{kind.__name__ if kind else 'error'}: {words}{where}"

"""`live_chart`: mount a view on the page as a chart that follows the pointer."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from mureceptor.live.contract import ChartData, ChoiceData, ControlData, FormSizes, Texts
from mureceptor.live.routes import address, prefix
from mureceptor.marks.forms import NARROW, WIDE, Form
from mureceptor.views.explained import words
from mureceptor.views.parameter import Choice, Parameter, Steps
from mureceptor.views.state import State
from mureceptor.views.view import View

# The code is fetched from the app's own server: inline it would be sent with every rerun. A blob
# module cannot resolve a bare path, hence the origin. Not awaited by the module itself: where two
# figures wait for one module so, WebKit leaves one of them without its function. On more than one
# line, or Streamlit takes it for a file's name.
_LOADER: Final = """
const code = () => import(location.origin + '{}');
export default async (component) => (await code()).mount(component);
"""


def component(name: str) -> Callable[[str, Mapping[str, Any]], None]:
    """Return a mounter, by key and data, of the component whose code is `browser/NAME.js`."""
    loader = _LOADER.format(address(f"{name}.js"))
    mount = st.components.v2.component(name, js=loader, isolate_styles=False)

    def mounted(key: str, data: Mapping[str, Any]) -> None:
        # In a list: a dictionary Streamlit would search for tables, and load pandas and pyarrow to
        # do so. That is 67 MB, and 20 ms of the garbage collection that follows each run.
        mount(key=key, data=[data])

    return mounted


_mount: Final = component("live_chart")
_SPOKEN: Final = {"1": "", "h": "hours", "min": "minutes", "day": "days"}


def live_chart(view: View, folded: str = "") -> None:
    """Show `view` in the state of the page's address, the only place where state is kept.

    It is folded under the words `folded`, if there are any.

    What a visitor settles on, the browser writes there by itself, so nothing comes back through the
    component: no rerun, and no value to trust. Python reads the address when the page runs again.
    """
    state, _ = view.read(st.query_params)
    _mount(f"live_{view.name}", chart_data(view, state, (NARROW, WIDE), folded, words()))


def chart_data(
    view: View,
    state: State,
    forms: tuple[Form, ...],
    folded: str = "",
    words: Texts | None = None,
) -> ChartData:
    """Return what the browser is told of one figure before it fetches it.

    Of its `words`, if there are any, the page holds the meanings.
    """
    return {
        "view": view.name,
        "title": view.title,
        "tag": {"kind": view.tag, "words": view.tag_words},
        "note": view.note,
        "caution": view.caution,
        "cited": list(view.cited),
        "beside": view.beside,
        "handle": view.handle,
        "sentence": view.sentence(state),
        "texts": state.texts(),
        "address": address(f"figures/{view.name}/FORM"),
        "addressed": list(view.addressed),
        "embed": f"{prefix()}/figure/{view.name}",
        "plotly": address("plotly.min.js"),
        "controls": [_control(view, field, record) for field, record in view.dragged.items()],
        "unused": list(view.unused(state)),
        "usual": view.state().texts() if view.pins else None,
        "choices": [_choice(view, field, choice) for field, choice in view.chosen.items()],
        "tries": [{"words": words, "texts": _texts(view, fields)} for words, fields in view.tries],
        "forms": [_form(view.fit(form)) for form in forms],
        "folded": folded,
        "words": words or {},
    }


def _control(view: View, field: str, parameter: Parameter) -> ControlData:
    return {
        "field": field,
        "label": parameter.label,
        "note": parameter.note,
        "help": parameter.help,
        "unit": _SPOKEN.get(parameter.unit, parameter.unit),
        "values": [parameter.format(value) for value in parameter.grid],
        "stands": view.stands(field),
    }


def _choice(view: View, field: str, choice: Choice) -> ChoiceData:
    opens = {option: _texts(view, fields) for option, fields in choice.opens.items()}
    return {
        "field": field,
        "label": choice.label,
        "options": choice.options,
        "opens": opens,
        "steps": isinstance(choice, Steps),
    }


def _form(form: Form) -> FormSizes:
    return {
        "name": form.key,
        "from_width": form.from_width,
        "side": form.side,
        "left": form.left,
        "right": form.right,
        "height": form.height,
        "top": form.top,
        "plot": form.plot,
    }


def _texts(view: View, fields: Mapping[str, Any]) -> Texts:
    texts = view.state(**fields).texts()
    return {field: texts[field] for field in fields}

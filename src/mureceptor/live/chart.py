"""`live_chart`: mount a view on the page as a chart that follows the pointer."""

from typing import Any, Final

import streamlit as st

from mureceptor.figures.forms import NARROW, WIDE, Form
from mureceptor.live.routes import address
from mureceptor.parameters import Choice, Parameter
from mureceptor.states import State
from mureceptor.view import View

# The code is fetched from the app's own server: inline it would be sent with every rerun. A blob
# module cannot resolve a bare path, hence the origin.
_LOADER: Final = "const live = await import(location.origin + '{}');\nexport default live.mount;"
_mount: Final = st.components.v2.component(
    "live_chart", js=_LOADER.format(address("live_chart.js")), isolate_styles=False
)


def live_chart(view: View, *, reports: bool = False) -> None:
    """Show `view` in the state of the page's address, the only place where state is kept.

    What a visitor settles on the browser writes there by itself. A page that does something with it
    says `reports`, inside a fragment: then it comes back through the component, is checked like any
    input, goes into `st.query_params`, and the fragment runs again.
    """
    state, _ = view.read(st.query_params)
    key = f"live_{view.name}"
    _mount(
        key=key,
        data=chart_data(view, state, (NARROW, WIDE)) | {"reports": reports},
        on_texts_change=lambda: _keep(view, st.session_state[key].get("texts")),
    )


def _keep(view: View, value: Any) -> None:
    """Write what came back from the browser into the address, if it is a state of this view."""
    if not isinstance(value, dict):
        return
    texts = {k: v for k, v in value.items() if isinstance(k, str) and isinstance(v, str)}
    state, refused = view.state.parse(texts)
    if refused or texts.keys() != view.state.parameters().keys():
        return
    st.query_params.update({f"{view.name}.{field}": text for field, text in state.texts().items()})


def chart_data(view: View, state: State, forms: tuple[Form, ...]) -> dict[str, Any]:
    """Return what the browser is told of one figure before it fetches it."""
    return {
        "view": view.name,
        "title": view.title,
        "tag": [view.tag, view.tag_words],
        "note": view.note,
        "caution": view.caution,
        "beside": view.beside,
        "handle": view.handle,
        "sentence": view.sentence(state),
        "texts": state.texts(),
        "address": address(f"figures/{view.name}/FORM"),
        "addressed": view.addressed,
        "plotly": address("plotly.min.js"),
        "controls": [_control(f, p, getattr(state, f)) for f, p in view.dragged_in(state).items()],
        "choices": [_choice(field, choice) for field, choice in view.chosen.items()],
        "tries": [[words, _texts(view, fields)] for words, fields in view.tries],
        "forms": [
            [f.name, f.from_width, f.side, f.left, f.right, f.height, f.top, f.plot]
            for f in map(view.fit, forms)
        ],
    }


def _control(field: str, parameter: Parameter, value: float) -> dict[str, Any]:
    return {
        "field": field,
        "label": parameter.label,
        "note": parameter.note,
        "help": parameter.help,
        "steps": parameter.steps,
        "step": parameter.grid.index(value),
    }


def _choice(field: str, choice: Choice) -> dict[str, Any]:
    return {"field": field, "label": choice.label, "options": choice.options}


def _texts(view: View, fields: Any) -> dict[str, str]:
    texts = view.state(**fields).texts()
    return {field: texts[field] for field in fields}

"""Every view of the explainer. Here a folder is one view, and a file is what views share."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from mureceptor.views.view import View

# A new view is a new folder with a `VIEW`: nothing has to be added here.
VIEWS: Final[dict[str, View]] = {
    found.name: import_module(f"{__name__}.{found.name}").VIEW
    for found in iter_modules(__path__)
    if found.ispkg
}
_FORMER: Final = {former: view for view in VIEWS.values() for former in view.former_names}


def find(name: str) -> View | None:
    """Return the view that has this name, or that had it once."""
    return VIEWS.get(name) or _FORMER.get(name)

"""What one page says: its analysis read into mentions. Pure; no page knows another."""

from hearsay.model import Analysis, Document, Reading
from hearsay.reading.attribution import find_attributions
from hearsay.reading.events import find_events
from hearsay.reading.names import find_names
from hearsay.reading.quantities import find_quantities
from hearsay.reading.quantity_links import place_quantities
from hearsay.reading.times import find_times
from hearsay.syntax import Parse, parse


def read(document: Document, analysis: Analysis) -> Reading:
    """The page with its names, times, quantities, statements and event mentions."""
    tree = parse_page(document, analysis)
    names = find_names(document, tree)
    timexes = find_times(document, tree)
    quantities = find_quantities(document, tree, timexes)
    attributions = find_attributions(document, tree, names, timexes)
    events = find_events(document, tree, names, timexes, attributions)
    return Reading(
        document=document,
        names=names,
        timexes=timexes,
        quantities=place_quantities(tree, quantities, attributions, events, timexes),
        attributions=attributions,
        events=events,
    )


def parse_page(document: Document, analysis: Analysis) -> Parse:
    """The one parse of a page that all its readers see."""
    return parse(analysis, None if document.dateline is None else document.dateline.span)

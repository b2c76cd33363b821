"""What one page says: its analysis read into mentions. Pure; no page knows another."""

from hearsay.model import Analysis, Document, Reading
from hearsay.reading.events import find_events
from hearsay.reading.links import place_quantities
from hearsay.reading.names import find_names
from hearsay.reading.quantities import find_quantities
from hearsay.reading.statements import find_attributions
from hearsay.reading.statements.rehung import rejoined
from hearsay.reading.times import find_times


def read(document: Document, analysis: Analysis) -> Reading:
    """The page with its names, times, quantities, statements and event mentions."""
    names = find_names(document, analysis)
    timexes = find_times(document, analysis)
    quantities = find_quantities(document, analysis, timexes)
    attributions = find_attributions(document, analysis, names, timexes)
    events = find_events(document, rejoined(analysis), names, timexes, attributions)
    return Reading(
        document=document,
        names=names,
        timexes=timexes,
        quantities=place_quantities(analysis, quantities, attributions, events),
        attributions=attributions,
        events=events,
    )

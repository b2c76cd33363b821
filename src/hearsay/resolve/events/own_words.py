"""A sentence for what somebody said in words that cannot be told anew: the words themselves."""

from hearsay.model import EventMention, Span
from hearsay.resolve.compared_text import sentences_of
from hearsay.resolve.events.naming_words import PageNames, listed

_MOST = 25  # words
_LONGEST = 2_000  # code points of a quotation that is searched


def quoted_sentence(page: PageNames, event: EventMention) -> str | None:
    """Who said it, and the sentence of the quotation that tells the event; None where the page
    quotes nobody, or more than one sentence holds.

    The sentence stands as on the page, so a pronoun in it is the speaker's own.
    """
    if event.attribution is None or event.nominal:
        return None
    attribution = page.reading.attributions[event.attribution]
    quotation = next((span for span in attribution.quoted if _holds(span, event.trigger)), None)
    if attribution.kind != "direct" or quotation is None or not attribution.chain:
        return None
    if len(quotation.text) > _LONGEST:
        return None
    source = attribution.chain[-1]
    speaker = None if source.span is None else page.argument(source.name, source.span)
    words = _sentence(quotation, event.trigger)
    if not speaker or page.open or not words or len(words.split()) > _MOST:
        return None
    return f"{speaker} said: “{words}”"


def _sentence(quotation: Span, trigger: Span) -> str:
    """The sentence of a quotation in which a trigger stands, without its full stop."""
    at = trigger.start - quotation.start
    held = (
        quotation.text[first:last]
        for first, last in sentences_of(quotation.text)
        if first <= at < last
    )
    words = next(held, "").strip().rstrip(".,")
    first, _, rest = words.partition(" ")
    return f"{rest[:1].upper()}{rest[1:]}" if first.lower() in listed("joining") else words


# no rule: a look-up of places
def _holds(span: Span, inner: Span) -> bool:
    """True for a span that holds another one."""
    return span.start <= inner.start and inner.end <= span.end

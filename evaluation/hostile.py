"""Pages that nobody would print, by name: each a function from a size in bytes to a page of it."""

from collections.abc import Callable

Page = Callable[[int], bytes]

_OPENS, _CLOSES = "The ministry said on Monday that ", " and the minister left for the city."
_SENTENCE = "The ferry left the harbour at dawn, the ministry said on Monday. "


def _within(piece: str) -> Page:
    """A page of one sentence that says `piece` again and again."""

    def page(size: int) -> bytes:
        times = size // len(piece.encode()) + 1
        return (_OPENS + (piece * times).strip() + _CLOSES).encode("utf-8", "surrogatepass")

    return page


def _again(piece: str) -> Page:
    """A page that is `piece` again and again, under one plain sentence."""

    def page(size: int) -> bytes:
        times = size // len(piece.encode()) + 1
        return (_SENTENCE + "\n\n" + piece * times).encode()

    return page


def _html(piece: str, opens: str = "", closes: str = "") -> Page:
    """A page of HTML whose body has `piece` again and again, then a plain article."""

    def page(size: int) -> bytes:
        body = opens + piece * (size // max(len(piece), 1) + 1) + closes
        article = f"<article><p>{_SENTENCE * 3}</p></article>"
        return f"<html><body><h1>Ferry leaves</h1>{body}{article}</body></html>".encode()

    return page


def _counted(size: int) -> bytes:
    """Numbers that all differ, in one sentence."""
    return _within(" ".join(f"{n * 7919 % 99991:,}" for n in range(size // 7)))(1)


def _syllables(number: int) -> str:
    """A word that no other number has: 0 is "ba", 1 "be"."""
    digits: list[str] = []
    while not digits or number:
        number, digit = divmod(number, 40)
        digits.append("bdfgklmn"[digit // 5] + "aeiou"[digit % 5])
    return "".join(digits)


def _numbered(pattern: str, joint: str = " ") -> Page:
    """A page that says `pattern` again and again, "{a}" and "{b}" each time another name."""

    def page(size: int) -> bytes:
        times = size // len(pattern) + 1
        told = (
            pattern.format(a=_syllables(number).title(), b=_syllables(number * 7 + 3).title())
            for number in range(times)
        )
        return joint.join(told).encode()[:size]

    return page


def _vocabulary(size: int) -> bytes:
    """Short paragraphs in which every word is another."""
    words = [_syllables(n * 13) for n in range(size // 6)]
    lines = [" ".join(words[at : at + 12]) for at in range(0, len(words), 12)]
    return _paragraphs([f"The town of {line} fell" for line in lines])[:size]


def _paragraphs(lines: list[str]) -> bytes:
    return "\n\n".join(line + "." for line in lines if line).encode()


def _copies(size: int) -> bytes:
    """One article printed again and again, each time with another day."""
    told = "The ferry left the harbour at dawn with two hundred people, the ministry said on day "
    return _paragraphs([told + str(n) for n in range(size // 90)])


def _json_ld(size: int) -> bytes:
    """A page whose JSON-LD is nested as deep as it is long."""
    deep = '{"a":' * (size // 6) + "1" + "}" * (size // 6)
    return _html("", f'<script type="application/ld+json">{deep}</script>')(1)


def _attributes(size: int) -> bytes:
    """One element of thousands of attributes."""
    names = " ".join(f"a{n}=x" for n in range(size // 9))
    return _html("", f"<div {names}>The ferry left.</div>")(1)


_WITHIN = {
    "digits": "8",
    "years glued": "1999-",
    "figures": "1 ",
    "figures and commas": "1,234, ",
    "table of figures": "12.5 % 1,204 ",
    "units": "12 km ",
    "money": "$5 million ",
    "percents": "5 percent of the men ",
    "people counted": "12 soldiers and ",
    "ranges": "10-20 ",
    "between": "between 5 and ",
    "letters": "a",
    "capitals glued": "A",
    "word": "war ",
    "the": "the ",
    "addresses": "a@b ",
    "long address": "aaaa@",
    "dots between letters": "a.",
    "mail": "a@b.org ",
    "links": "http://a.b/c ",
    "domains": "a.b.com",
    "hyphens": "-",
    "hyphened": "well-",
    "slashes": "and/",
    "apostrophes": "'",
    "clitics": "'s",
    "commas": ", ",
    "dots": ".",
    "spaced dots": ". ",
    "initials": "A. ",
    "abbreviations": "Mr. ",
    "dashes": " — ",
    "questions": "?",
    "brackets": "(",
    "brackets closed": "() ",
    "square brackets": "[",
    "quotes opened": "“",
    "quotes opened, spaced": "“ we ",
    "quotes": "“x,” he said. ",
    "quoted words": "“x” ",
    "nested quotes": "“he said ‘",
    "straight quotes": '" ',
    "quotation never closed": "we will fight on and on and ",
    "said": "said ",
    "he said": "he said ",
    "he said that": "he said that ",
    "who said": "who said ",
    "according to": "according to ",
    "according to him": "according to him, ",
    "reportedly": "reportedly ",
    "statement": "in a statement ",
    "pronouns": "he ",
    "possessives": "his ",
    "they told them": "they told them ",
    "names": "Otto Brandt ",
    "names and": "Otto Brandt and ",
    "names with commas": "Otto Brandt, ",
    "titles": "President ",
    "titles and names": "President Otto Brandt, ",
    "capitalised": "The Ministry Of ",
    "of the": "of the minister ",
    "and": "and ",
    "comma and": ", and ",
    "not": "not ",
    "to": "to attack ",
    "attacks": "attacked the city and ",
    "which": "which was ",
    "if": "if he ",
    "dates": "May 5, 1999, ",
    "days": "on Monday ",
    "months": "May ",
    "ordinals": "5th ",
    "clocks": "5:30 p.m. ",
    "weeks ago": "two weeks ago ",
    "after": "after the ",
    "times of times": "the day after ",
    "countries": "Iran ",
    "Iranian": "Iranian ",
    "codes": "EU ",
    "emoji": "🎉",
    "emoji spaced": "🎉 ",
    "combining": "e\u0301",
    "only combining": "\u0301",
    "zero width": "\u200d",
    "odd spaces": "a\u2009",
    "Chinese": "战",
    "Arabic": "حرب ",
    "underscores": "_",
    "stars": "*",
    "bars": "| ",
    "braces": "{}",
    "angles": "< ",
    "arrows": "=> ",
    "calls": "a.b",
    "var": "var ",
    "hashes": "#",
    "tags": "#war ",
    "ats": "@",
}

_AGAIN = {
    "one-letter lines": "a\n",
    "one-word lines": "Fell\n",
    "words stopped": "Fell. ",
    "word paragraphs": "Fell.\n\n",
    "short lines": "He fell.\n",
    "sentences": _SENTENCE,
    "sentence paragraphs": _SENTENCE + "\n\n",
    "said paragraphs": "“We left,” he said.\n\n",
    "quote paragraphs": "“We left the town at dawn and went on\n\n",
    "lines going on": "and the\n",
    "lines with commas": "the town,\n",
    "wrapped lines": "the ferry left the harbour at dawn and the men were\n",
    "date lines": "5 May 1999\n",
    "bylines": "By Ana Sol\n",
    "by": "by ",
    "datelines": "LIMA (AP) - Talks went on in the town on Monday.\n\n",
    "stamps": "LIMA | Mon Aug 8, 2011 6:50 pm EDT ",
    "captions": "Image caption\n",
    "copyright": "© 2020 Harbour Post ",
    "copyright signs": "©",
    "dots of teasers": "The ferry left the harbour at dawn and went on to the town...\n\n",
    "related": "Related\nWho won?\n",
    "items": "• The ferry left the harbour\n",
    "bullets": "•",
    "blank lines": " \n",
    "spaces": " ",
    "tabs": "x\t",
    "line ends": "\r\u2028",
    "headlines": "Ferry Leaves Harbour\n",
    "shouting": "THE FERRY LEFT THE HARBOUR AND ",
    "read more": ". Read more: ",
    "comma names": "Ana Sol, Reuters\n",
    "tag lines": "war, ferry, harbour, town,\n",
    "foreign lines": "Le gouvernement a annoncé la fin de la grève des trains.\n",
    "events": "Iran attacked Israel on Monday. Israel attacked Iran on Tuesday. ",
    "he and she": "She told him that he had told her. ",
    "days told": "The next day he left. Two days later she came. ",
    "counts": "The raid killed 12 people and wounded 30. Of them 5 were soldiers. ",
    "tellers": "Otto Brandt, a minister, said it. Ana Sol, a mayor, denied it. ",
    "officials": "The foreign minister of Iran said so. The minister said so. ",
    "interview": "Q: Why? A: Because we left.\n\n",
    "joint": "Otto Brandt, Ana Sol and Juan Roe said it was over. ",
    "papers": "In a statement, the ministry said it was over. It said so. The report said so. ",
    "counterparts": "The minister met his French counterpart, who agreed. ",
    "quotes in a row": "“We left.” “We stayed.” ",
    "quotes of nobody": "It was “good” and “bad” and no one knew. ",
    "words owned": "“We left the town.”\n\nThe words are those of Ana Ruiz.\n\n",
    "colons": "The president was blunt: “We left.” ",
    "signed": "“We left.” — Ana Ruiz, diver ",
    "transcript": "SMITH: We left the town.\nJONES: Why did you leave it?\n",
    "parts": "The army has 300 missiles. Half of these missiles are old, including 20 of them. ",
    "doers": "Iran and Israel and Egypt and Syria and Jordan attacked and bombed and shelled ",
    "demands": "The council met on Monday. The minister demanded an inquiry. ",
    "group of group": "the leader of the party of the people of the town of the state of ",
    "appositions": "Otto Brandt, the minister, the mayor, the envoy, ",
}

_MARKUP = {
    "bold": _html("<b>x</b>"),
    "bold closed wrong": _html("<b><i>x</b></i>"),
    "deep": _html("<div>"),
    "deep spans": _html("<span>x"),
    "breaks": _html("x<br>"),
    "short paragraphs": _html("<p>fell"),
    "list items": _html("<li>the ferry left"),
    "table": _html("<tr><td>1<td>2", "<table>", "</table>"),
    "tables nested": _html("<table><tr><td>"),
    "entities": _html("&lt;&#65;"),
    "comment never closed": _html("x ", "<!-- "),
    "comments": _html("<!-- x -->"),
    "attributes": _attributes,
    "attribute long": _html("x", "<div title='", "'>x</div>"),
    "json-ld nested": _json_ld,
    "json-ld many": _html('<script type="application/ld+json">{"@type":"Report"}</script>'),
    "scripts": _html("<script>x</script>"),
    "headings": _html("<h1>Ferry</h1>"),
    "times": _html("<time>x</time>"),
    "metas": _html('<meta name="author" content="Ana Sol">'),
    "links of html": _html('<a href="/x">x</a> '),
    "closing tags": _html("</div>"),
    "angles open": _html("<"),
    "lines of one text": _html("<p>The ferry left the harbour at dawn, he said.</p>"),
    "long text": _html(_SENTENCE, "<p>", "</p>"),
    "quotations deep": _html(_SENTENCE, "<blockquote>" * 240 + "<p>"),
    "lists deep": _html(_SENTENCE, "<ul><li>" * 120),
    "headings deep": _html(_SENTENCE, "<h1>" * 240),
    "lines in a list": _html(_SENTENCE + "<br>", "<ul><li>" * 120),
    "spans quoted": _html("<b title=\"<b title='\" class='>'>x"),
    "quotations": _html("<blockquote><p>We left the town."),
    "forms": _html("<form><input><select><option>x"),
}

PAGES: dict[str, Page] = {
    **{name: _within(piece) for name, piece in _WITHIN.items()},
    **{name: _again(piece) for name, piece in _AGAIN.items()},
    **_MARKUP,
    "numbers that differ": _counted,
    "strangers": _numbered("{a} {b} said the war was over.", "\n\n"),
    "one surname": _numbered("{a} Brandt left. Brandt said so."),
    "one given name": _numbered("Otto {a} left. {b} said so."),
    "spellings": _numbered("Otto Br{a} left. Minister Br{b} said so."),
    "ministers": _numbered("Minister {a} {b} left. The minister said so."),
    "banks": _numbered("The {a} Bank of {b} fell. The bank said so. Bank shares fell."),
    "initials of bodies": _numbered("The {a} {b} Organization ({a}O) said so."),
    "list of names": _numbered("{a} {b},"),
    "capitals of words": _numbered("{a} And {b} Of"),
    "vocabulary": _vocabulary,
    "copies": _copies,
}

"""Single paragraphs: what is prose and what stands around it."""

import pytest

from hearsay.pages import Paragraph, judge

BEFORE = "The minister told parliament on Tuesday that the bridge would stay shut until the spring."
AFTER = (
    "Engineers found cracks in two of its piers last month, and the ferry has been crowded since."
)

PROSE = [
    "He declined.",
    "“No.”",
    "“We will be back,” she said.",
    "Who pays for it?",
    "Israel's response remained unclear.",
    "Search for survivors continued through the night, and more news was expected at dawn.",
    "Subscribers of the library were told to leave the building at once, the police said.",
    "Advertising revenue fell by 12 percent, the company said in its report for the quarter.",
    "Read aloud in court, the letter brought two jurors to tears.",
    "Related claims were dropped by the prosecutor on Monday.",
    "Comments by the general were broadcast on state television.",
    "Photographs of the wreck were shown to the families, who said they had waited for weeks.",
    "• Three people were hurt",
    "Copyright law was not discussed at the meeting, delegates said.",
    "Follow-up talks are planned for June.",
    "Share prices in Tokyo rose.",
    "Watch towers along the border were empty on Friday.",
    "More than 40 houses burned down.",
    "Police shot dead eight demonstrators outside Khartoum's presidential palace.",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_kept(text: str) -> None:
    assert judge([Paragraph(BEFORE), Paragraph(text), Paragraph(AFTER)])[1].kept


FURNITURE = [
    ("WHAT HAPPENS NEXT", "label"),
    ("Background", "label"),
    ("See also  Storm leaves thousands without power in the north", "related"),
    ("Read More: Ten bridges that fell", "related"),
    ("ALSO READ | Ten bridges that fell", "related"),
    ("Watch: The moment the bridge closed", "related"),
    ("Bridge collapse kills nine in Genoa", "headline"),
    ("Sign up for our morning newsletter and never miss a story.", "subscription"),
    ("We use cookies to improve your experience on this site.", "consent"),
    ("Required fields are marked *", "comments"),
    ("Share this article", "sharing"),
    ("Follow us on Twitter and Facebook for more.", "sharing"),
    ("ADVERTISEMENT", "advertisement"),
    ("Article continues below advertisement", "advertisement"),
    ("© 2019 Harbour Post. All rights reserved.", "legal"),
    ("© AP Photo / Ana Sol", "caption"),
    ("FILE PHOTO: The bridge at Varna, seen from the ferry.", "caption"),
    ("In this photo released by the ministry, engineers look at the pier.", "caption"),
    ("Engineers look at the pier, Monday, March 4, 2019. (AP Photo/Ana Sol)", "caption"),
    ("A woman crosses the river by ferry near Varna, Bulgaria, Monday, March 4, 2019.", "caption"),
    ("Reporting by Ana Sol; Editing by John Roe", "credit"),
    ("The Associated Press contributed to this report.", "credit"),
    ("By Ana Sol", "byline"),
    ("This story has been updated to add the number of piers.", "note"),
    ("Editor's note: an earlier version named the wrong river.", "note"),
    ("Updated 4 March 2019 10:15 GMT", "date"),
    ("https://harbour.example/2019/bridge", "address"),
    ("feedback@harbour.example", "address"),
    ("+74956456601", "no words"),
    ("* * *", "no words"),
    ("bridges, varna, ferry, engineers, ministry", "tags"),
    ("Tags: bridges, ferry", "navigation"),
    ("Заголовок открываемого материала", "foreign"),
    ("Lire aussi : la grève des bateliers continue sur le Danube", "foreign"),
    (
        "window.dataLayer = window.dataLayer || [];function gtag(){dataLayer.push(arguments);}",
        "code",
    ),
    ("Home > World > Europe", "navigation"),
]


@pytest.mark.parametrize(("text", "reason"), FURNITURE)
def test_furniture_is_dropped_for_a_reason(text: str, reason: str) -> None:
    verdict = judge([Paragraph(BEFORE), Paragraph(text), Paragraph(AFTER)])[1]
    assert (verdict.kept, verdict.reason) == (False, reason)


def judged(*texts: str) -> list[str]:
    return [verdict.text for verdict in judge([Paragraph(text) for text in texts]) if verdict.kept]


THIRD = "Truckers now drive forty miles to the next crossing, and some have given up the route."


def test_the_article_in_one_piece_yields_to_its_paragraphs() -> None:
    blob = f"{BEFORE} {AFTER} {THIRD}"
    assert judged(blob, "Bridge stays shut", BEFORE, AFTER, THIRD) == [BEFORE, AFTER, THIRD]


def test_the_fuller_of_two_copies_is_kept() -> None:
    copies = [BEFORE, AFTER, "bridges", "Bridge stays shut until spring", BEFORE, AFTER, THIRD]
    assert judged(*copies) == [BEFORE, AFTER, THIRD]


def test_a_teaser_that_ends_in_dots_yields() -> None:
    assert judged(BEFORE[:70] + "...", "Bridge stays shut", BEFORE, AFTER) == [BEFORE, AFTER]


def test_a_pull_quote_yields() -> None:
    quote = "“Nobody had looked at those piers since the year I was born, and that is the truth”"
    told = f"{quote[:-1]},” said Ivan Petrov, who runs the ferry and has done so for thirty years."
    assert judged(BEFORE, quote, told, AFTER) == [BEFORE, told, AFTER]


def test_a_short_sentence_may_stand_twice() -> None:
    lines = [BEFORE, "He did not elaborate.", AFTER, "He did not elaborate."]
    assert judged(*lines) == lines


def test_a_motto_far_above_the_article_is_apart() -> None:
    menu = ["Home", "World", "Europe", "Sport", "Business", "Weather"]
    motto = "All that is fit to be read by people of the harbour."
    verdicts = judge([Paragraph(t) for t in (motto, *menu, BEFORE, AFTER, THIRD)])
    assert verdicts[0].reason == "apart"


def test_nothing_is_read_below_a_comment_form() -> None:
    body = [BEFORE, AFTER, THIRD, BEFORE.replace("Tuesday", "Friday"), "He left."]
    lines = [*body, "Leave a comment", "I crossed it last week and it was fine."]
    assert judged(*lines)[-1] != lines[-1]


def test_lead_in_without_what_it_leads_to_is_dropped() -> None:
    assert judged(BEFORE, "The ministry wrote:", "Share") == [BEFORE]
    assert judged(BEFORE, "The ministry wrote:", "“It is shut.”") != [BEFORE]


def test_the_author_introduced_is_a_note() -> None:
    line = "Ana Sol is a correspondent based in Varna."
    verdicts = judge([Paragraph(BEFORE), Paragraph(AFTER), Paragraph(line)], people=["Ana Sol"])
    assert verdicts[2].reason == "note"


def test_an_offer_where_the_article_breaks_off_ends_the_page() -> None:
    lead = "The council closed the bridge on Monday after cracks were found in two of its pillars."
    offer = "To continue reading, take out a subscription."
    praise = "“Worth every penny,” says our reader Jo Hill of Upton."
    kept = [v.text for v in judge([Paragraph(t) for t in (lead, offer, praise)]) if v.kept]
    assert kept == [lead]
    rest = (
        "The mayor told the council that repairs would take at least five weeks, and perhaps six.",
        "Buses will cross the river at the old ferry, where a second landing has been built.",
        "Engineers had warned of the cracks two years ago, and nobody had wanted to pay for them.",
        "A petition for a new bridge has been signed by four thousand people since the weekend.",
        "The ministry said it would look at the costs before summer and then decide on a grant.",
    )
    whole = judge([Paragraph(text) for text in (lead, offer, *rest)])
    assert [verdict.text for verdict in whole if verdict.kept] == [lead, *rest]

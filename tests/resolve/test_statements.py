"""Statements with their tellers, told once; and what becomes of them on other pages."""

from hearsay.model import Relation, Resolution
from tests.readings import reading
from tests.resolve.stub import resolve

NASSER = "[Gamal Abdel Nasser|person 1 EGY GOV]"
DAY = "1956-07-27"


def relations(*texts: str, published: str = DAY) -> list[Relation]:
    return list(record(*texts, published=published).relations)


def record(*texts: str, published: str = DAY) -> Resolution:
    return resolve(*(reading(t, published=published, source=str(n)) for n, t in enumerate(texts)))


def quote(words: str, speaker: str = NASSER) -> str:
    return f"“~{words}|direct 1 cue=said~,” {speaker} said."


def test_the_chain_names_entities_and_leaves_out_the_own_outlet() -> None:
    text = (
        "[Radio Cairo|organization 2] said [President Nasser|person 1 EGY office=president "
        "canonical=Gamal_Abdel_Nasser] had vowed that ~the canal would stay open|indirect 3 2 1 "
        "kinds=outlet,outlet,person cue=vowed~, [Ahram Online|organization 3] reported."
    )
    (statement,) = resolve(reading(text, outlet="Al-Ahram Online", published=DAY)).statements
    assert [(link.name, link.kind) for link in statement.chain] == [
        ("Radio Cairo", "outlet"),
        ("Gamal Abdel Nasser", "person"),
    ]
    assert statement.chain[1].entity


def test_what_was_left_unsaid_reaches_the_record() -> None:
    text = f"{NASSER} did not say ~whether the canal was open|indirect 1 cue=say negated=1~."
    (statement,) = record(text).statements
    assert statement.negated


def test_a_teller_of_his_own_words_stands_once() -> None:
    text = f"{NASSER} said he hoped ~the canal would open|indirect 1 1 cue=hoped~."
    (statement,) = record(text).statements
    assert [link.name for link in statement.chain] == ["Gamal Abdel Nasser"]


def test_anonymous_tellers_have_no_entity() -> None:
    text = (
        "~The troops are ready|indirect 1 kinds=anonymous cue=said~, [two officers|group 1 FRA "
        "form=nominal plural=1 number=2] said."
    )
    (statement,) = record(text).statements
    assert [(link.name, link.entity) for link in statement.chain] == [("two officers", None)]


def test_an_utterance_told_twice_on_a_page_is_one_statement() -> None:
    text = quote("The canal is ours") + "\n\n" + quote("The canal is ours")
    assert len(record(text).statements) == 1


def test_the_day_of_telling_is_as_told_or_no_later_than_the_page() -> None:
    told = "“~We shall pay|direct 1 cue=said when=0~,” " + NASSER + " said <on Thursday|weekday=3>."
    (statement,) = record(told).statements
    assert statement.date.earliest is not None
    assert statement.date.earliest.isoformat() == "1956-07-26"
    (untold,) = record(quote("We shall pay")).statements
    assert untold.date.earliest is None
    assert str(untold.date.latest) == DAY
    assert untold.date.why


def test_a_demand_is_tied_to_its_event() -> None:
    text = (
        "[Anthony Eden|person 1 GBR GOV] {demanded|REQUEST s=1 t=2 lemma=demand by=0} that "
        "~[Egypt|state 2 EGY] give back the canal|indirect 1 cue=demanded~."
    )
    found = record(text)
    assert found.statements[0].event == found.events[0].id
    assert found.events[0].mentions[0].statement == found.statements[0].id


def test_the_same_words_elsewhere_are_repeated() -> None:
    words = "We shall not let the imperialists come back to Egypt again"
    (relation,) = relations(quote(words), "Cairo heard a long speech. " + quote(words))
    assert relation.kind == "repeats"


def test_a_dropped_not_is_named_as_the_opposite() -> None:
    (relation,) = relations(
        quote("We will not close the canal to the ships of any nation"),
        "Cairo heard a speech. " + quote("We will close the canal to the ships of any nation"),
    )
    assert relation.kind == "alters"
    assert "opposite" in relation.why
    assert "not" in relation.why


def test_changed_words_are_shown() -> None:
    (relation,) = relations(
        quote("The company robbed our people for eighty long years of shame"),
        "Cairo heard a speech. " + quote("The company served our people for eighty long years"),
    )
    assert relation.kind == "alters"
    assert '"robbed"' in relation.why
    assert '"served"' in relation.why


def test_a_cut_quotation_is_a_repeat() -> None:
    (relation,) = relations(
        quote("The canal was dug by our sons and it belongs to the people of Egypt"),
        "Cairo heard a speech. " + quote("it belongs to the people of Egypt"),
    )
    assert relation.kind == "repeats"


def test_reported_speech_in_other_words_is_no_alteration() -> None:
    other = f"{NASSER} said ~Egypt would pay the shareholders in full|indirect 1 cue=said~."
    assert not relations(quote("We will pay every shareholder the price of the last day"), other)


def test_common_phrases_of_two_speakers_are_nothing() -> None:
    eden = "[Anthony Eden|person 1 GBR GOV]"
    words = "We want peace with all of our neighbours"
    assert not relations(quote(words), "In London. " + quote(words + " in Europe", eden))


def test_copies_of_one_page_say_it_once() -> None:
    text = "The crowd stood in the heat of Alexandria for hours to hear him. " + quote(
        "We shall not let the imperialists come back to Egypt again"
    )
    assert not relations(text, text)


def test_a_pronoun_is_told_by_what_it_takes_up() -> None:
    text = (
        "[Two officers|group 1 FRA form=nominal plural=1 number=2] spoke. "
        "~The troops are ready|indirect 1 kinds=anonymous cue=said~, [they|group 1 form=pronoun] "
        "said. ~It is late|indirect 2 kinds=anonymous cue=say~, [they|group 2 form=pronoun] say."
    )
    found = sorted(record(text).statements, key=lambda s: s.cite.span.start)
    assert [s.chain[-1].name for s in found] == ["Two officers", "they"]


def test_a_negation_elsewhere_is_told_word_by_word() -> None:
    (relation,) = relations(
        quote("The mayor is able to feed the refugees through the winter"),
        "Cairo heard a speech. " + quote("The mayor is unable to feed the refugees"),
    )
    assert relation.kind == "alters"
    assert relation.why == 'turned into its opposite: "able" stands as "unable"'


def test_reported_speech_with_its_tenses_is_a_repeat() -> None:
    other = f"{NASSER} said ~that he would resign if the canal was lost|indirect 1 cue=said~."
    (relation,) = relations(quote("I will resign if the canal is lost"), other)
    assert relation.kind == "repeats"


def test_another_number_is_an_alteration_even_unquoted() -> None:
    one = f"{NASSER} said ~the company had sacked forty pilots|indirect 1 cue=said~."
    other = f"On Friday {NASSER} said ~the company had sacked 14 pilots|indirect 1 cue=said~."
    (relation,) = relations(one, other)
    assert relation.kind == "alters"
    assert '"forty" stands as "14"' in relation.why


def test_words_given_to_another_speaker_are_named() -> None:
    eden = "[Anthony Eden|person 1 GBR GOV]"
    words = "Every pilot on the canal has a price and the company paid it"
    (relation,) = relations(quote(words), "In London. " + quote(words, eden))
    assert relation.kind == "alters"
    assert "Gamal Abdel Nasser" in relation.why
    assert "Anthony Eden" in relation.why


def test_a_long_speech_and_many_statements_take_no_long_time() -> None:
    long = " ".join(f"word{n % 700}" for n in range(10_000))
    assert relations(quote(long), "Cairo heard a speech. " + quote(long + " again"))


def test_digits_that_are_no_decimals_are_words() -> None:
    told = quote("We counted ፩ and ፪ and then 10² of them on the road to Gondar")
    (relation,) = relations(told, f"It was quiet at noon. {told}")
    assert relation.kind == "repeats"

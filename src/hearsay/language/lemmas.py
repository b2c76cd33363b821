"""Lemmas as edit rules: how a word's letters change to give its lemma.

A rule is "case:strip:suffix" (case l lower, k kept, t titled) or "=lemma" for words that share no
letter with theirs ("n't": "not").
"""


def rule(word: str, lemma: str) -> str:
    """The rule that turns `word` into `lemma`.

    >>> rule("Strikes", "strike"), rule("TEHRAN", "Tehran"), rule("was", "be")
    ('l:1:', 't:0:', '=be')
    """
    for case, base in (("l", word.lower()), ("k", word), ("t", word.capitalize())):
        if case != "l" and lemma == lemma.lower():
            break
        common = _common(base, lemma)
        if common and (common > len(lemma) // 2 or case == "l"):
            if case == "l" and lemma != lemma.lower() and base[:common] != lemma[:common]:
                continue
            candidate = f"{case}:{len(base) - common}:{lemma[common:]}"
            if lemma[common:] == lemma[common:].lower():
                return candidate
    return f"={lemma}"


def apply(rule_: str, word: str) -> str:
    """The lemma of `word` by a rule; the word itself when the rule does not fit.

    >>> apply("l:3:y", "Parties"), apply("=be", "was")
    ('party', 'be')
    """
    if rule_.startswith("="):
        return rule_[1:]
    case, strip, suffix = rule_.split(":", 2)
    base = {"l": word.lower, "k": lambda: word, "t": word.capitalize}[case]()
    if int(strip) > len(base):
        return base
    return base[: len(base) - int(strip)] + suffix or base


def _common(one: str, other: str) -> int:
    """How many leading characters two words share."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count

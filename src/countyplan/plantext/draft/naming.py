"""What a number measures or counts: the noun before it, or behind it, or the thing of which it is a share."""

from __future__ import annotations

from countyplan.dataclass import dataclass
from countyplan.plantext.draft.context import Context
from countyplan.plantext.vocabulary import Vocabulary

_SHORTEST, _LONGEST = 2, 60


@dataclass(frozen=True, slots=True)
class Name:
    """An indicator's name, or several that one figure or as many figures stand for; `area` where the words begin with one."""

    names: tuple[str, ...]
    area: str | None = None
    doubt: str | None = None


def name_of(context: Context, rule: str, words: Vocabulary, *, scoped: bool) -> Name:
    """The indicator that a target is about, from the words around its number.

    `scoped` allows its beginning to say where it is measured, as in plans that are about one area as a whole.
    """
    special = _special(context, rule, words)
    if special is not None:
        return special
    before = cut_lead(_cut_tail(context.before[context.name_start :], words), words)
    before, area = _scope(before, words) if scoped else (before, None)
    noun, behind = _behind_verb(cut_lead(before, words), words), _behind(context.after, words)
    if words.spaced and _is_noun(behind) and rule != "change":
        noun = ""
    if _is_noun(noun) or _is_noun(behind):
        name = noun if _is_noun(noun) else behind
        return Name((name,), area, None if len(name) < _LONGEST else "name_long")
    earlier = subject_of(context.lead, words)
    if earlier:
        return Name((f"{earlier}{noun}",), area, "name_from_sentence")
    return Name((noun or context.stretch.strip(),), area, "name_unclear")


def _special(context: Context, rule: str, words: Vocabulary) -> Name | None:
    """Names that are put together otherwise: of words for zero, of shares, of what is counted, of quotients."""
    for one in words.get("name.of_words") or ():
        if words.compiled(one["pattern"]).fullmatch(context.figure.number.text):
            return Name((str(one["name"]),))
    if rule == "share" or (rule == "comparison" and words.pattern("name.share_of").match(context.after)):
        return Name((_share(context, words, leading=rule == "share"),))
    if words.spaced and words.pattern("counted").search(context.unit):
        goes_on = words.pattern("name.counted_goes_on").match(context.after)
        return Name((f"{context.unit}{goes_on[0] if goes_on else ''}".strip(),))
    quotient = _quotient(context, words)
    return None if quotient is None else Name((quotient,), doubt="name_from_sentence")


def _quotient(context: Context, words: Vocabulary) -> str | None:
    """X，不高于Y的0.5%: the share of X in Y; X stands in the stretch before."""
    found = words.pattern("name.denominator").search(context.before)
    if found is None:
        return None
    subject = words.pattern("name.after_ends").split(context.lead.rstrip(",; "))[-1].strip()
    return str(words.get("name.quotient")).format(subject=subject, of=found["of"]) if subject else None


def parts_of(name: str, words: Vocabulary) -> tuple[str, ...]:
    """The indicators in a list that share their end: 花生种植、收获机械化率 are 花生种植机械化率 and 花生收获机械化率."""
    pieces = [piece for piece in words.pattern("name.parts").split(name) if piece]
    if len(pieces) < 2:
        return (name,)
    ends = words.pattern("name.rate_ends")
    if any(ends.search(piece) for piece in pieces[:-1]) or not ends.search(pieces[-1]):
        return tuple(pieces)
    length = int(words.get("name.parallel_length"))
    if len(pieces[-1]) <= length:
        return tuple(pieces)
    shared = pieces[-1][length:]
    prefix = pieces[0][:-length] if len(pieces[0]) > length else ""
    middle = [f"{prefix}{piece}{shared}" for piece in pieces[1:-1]]
    return (f"{pieces[0]}{shared}", *middle, f"{prefix}{pieces[-1]}")


def _share(context: Context, words: Vocabulary, *, leading: bool = True) -> str:
    """80%的X达到Y: what is shared out is X达到Y, and the indicator the share of it."""
    before = cut_lead(_cut_tail(context.before, words), words) if leading else ""
    subject = words.pattern("name.after_leads").sub("", context.after).strip()
    end = words.pattern("name.share_ends").search(subject)
    subject = subject[: end.start()] if end else subject
    return str(words.get("name.share_form")).format(subject=f"{before}{subject}"[:_LONGEST])


def cut_lead(text: str, words: Vocabulary) -> str:
    """`text` without what only introduces: dates, 力争, 其中, verbs."""
    text = text.strip()
    while True:
        if words.pattern("name.keep_leading").match(text) and not words.pattern("name.leads").match(text):
            return text
        found = words.pattern("name.leads").match(text)
        if found is None or not found[0]:
            return text
        text = text[found.end() :].strip()


def _cut_tail(text: str, words: Vocabulary) -> str:
    """`text` without the words of comparison at its end."""
    text = text.strip()
    while (found := words.pattern("name.tails").search(text)) is not None and found[0]:
        text = text[: found.start()].strip()
    return text


def _behind_verb(text: str, words: Vocabulary) -> str:
    """`text` without a verb of doing at its end, or without whoever does it and the verb: 各市建设, 各市建设学校."""
    each = words.pattern("areas.each").match(text)
    bare = text[each.end() :] if each else text
    found = list(words.pattern("name.verbs").finditer(bare))
    if found and found[-1].end() == len(bare):
        return ""
    if each is not None and found:
        return bare[found[-1].end() :].strip()
    return text


def _behind(text: str, words: Vocabulary) -> str:
    """The noun behind a number, up to where the sentence goes on."""
    rest = words.pattern("name.after_leads").sub("", text.strip(), count=1)
    rest = words.pattern("name.after_cut").sub("", rest, count=1)
    end = words.pattern("name.after_ends").search(rest)
    return (rest[: end.start()] if end else rest).strip()[:_LONGEST]


def _scope(text: str, words: Vocabulary) -> tuple[str, str | None]:
    """A name's beginning that says where it is measured, apart from it."""
    found = words.pattern("areas.scopes").match(text)
    return (text[found.end() :], found["scope"]) if found else (text, None)


def subject_of(lead: str, words: Vocabulary) -> str | None:
    """Whom the sentence is about, where its beginning says so: X依托…, 到2027年总产值突破…."""
    found = words.pattern("name.subject_verbs").search(lead)
    return lead[: found.start()].strip() if found and 1 < found.start() < _LONGEST else None


def _is_noun(text: str) -> bool:
    return len(text) >= _SHORTEST and any(char.isalpha() for char in text)

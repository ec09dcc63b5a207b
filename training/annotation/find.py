"""Words in, their places in a report out: spans [start, end) in characters. White space, dashes and quotation marks match those of any other
form; small and capital letters do where the words are not found as they are written."""

import re
from bisect import bisect_right

DASHES = '-–—‐‑'
MARKS = '"“”„«»\'‘’‚`´'
MARK = rf"(?:''|``|[{MARKS}])"
TOKEN = re.compile(rf"(?P<mark>''|``|[{MARKS}])|(?P<dash>[{DASHES}])|(?P<blank>\s+)|.", re.DOTALL)
ELLIPSIS = re.compile(r'\s*(?:\.{3,}|…)\s*')
SENTENCE_END = re.compile(r'[.!?]["”’\')]*\s*$')
ABBREVIATION = re.compile(r'(?:[A-Z]|Gen|Sgt|Mr)\.["”’\')]*\s*$')
MAX_BROKEN = 8


def pattern_of(words):
    """Words that begin or end with a letter or digit do not stand within a longer word."""
    forms = {'mark': MARK, 'dash': f'[{DASHES}]', 'blank': r'\s+'}
    pattern = ''.join(forms.get(token.lastgroup) or re.escape(token[0]) for token in TOKEN.finditer(words))
    before = r'(?<![^\W_])' if words[:1].isalnum() else ''
    after = r'(?![^\W_])' if words[-1:].isalnum() else ''
    return before + pattern + after


class Report:
    """A text and the spans of its numbered sentences."""

    def __init__(self, text, sentences):
        self.text, self.sentences = text, sentences
        self.starts = [start for start, _ in sentences]
        # The numbering breaks a sentence after "Gen." and at line ends: pieces of the same sentence share a number here.
        self.whole, number = [], 0
        for start, end in sentences:
            self.whole.append(number)
            piece = text[start:end]
            number += bool(SENTENCE_END.search(piece) and not ABBREVIATION.search(piece))

    def start(self, sentence):
        return self.sentences[sentence][0]

    def end(self, sentence):
        return self.sentences[sentence][1]

    def end_with_next(self, sentence):
        """The end of the next sentence, whose pieces may be numbered apart."""
        last = len(self.sentences) - 1
        at = min(sentence + 1, last)
        while at < min(last, sentence + MAX_BROKEN) and not SENTENCE_END.search(self.text[slice(*self.sentences[at])]):
            at += 1
        return self.end(at)

    def sentence_around(self, offset):
        return self.whole[max(bisect_right(self.starts, offset) - 1, 0)]

    def find(self, words, start, end=None, at_least=1):
        """All places of the words that begin in [start, end); in any case of their letters if there are fewer than `at_least` otherwise."""
        end = len(self.text) if end is None else end
        found = []
        for flags in (0, re.IGNORECASE):
            if len(found) < at_least:
                matches = re.compile(pattern_of(words.strip()), flags).finditer(self.text, start)
                found = [match.span() for match in matches if match.start() < end]
        return found

    def find_phrase(self, phrase, start, end=None):
        return self.find(phrase.words, start, end, phrase.occurrence or 1)

    def find_long(self, words, start, end=None):
        """As `find`; `first words ... last words` stands for all between them too. The text may have dots of its own."""
        if found := self.find(words, start, end):
            return found
        for dots in ELLIPSIS.finditer(words):
            first, last = words[:dots.start()], words[dots.end():]
            if not first or not last:
                continue
            ends = ((begin, self.find(last, stop)) for begin, stop in self.find(first, start, end))
            if found := [(begin, places[0][1]) for begin, places in ends if places]:
                return found
        return []

    def has(self, sentence, fault):
        if sentence < len(self.sentences):
            return True
        fault(f'there is no sentence {sentence}')
        return False


def choose(found, phrase, rank, label, fault):
    """Of the places of a phrase the one that its `#k` names, otherwise the first of the lowest rank."""
    if not found:
        fault(f'{label} not found: {phrase.words}')
    elif phrase.occurrence is None:
        return min(found, key=rank)
    elif 0 < phrase.occurrence <= len(found):
        return found[phrase.occurrence - 1]
    else:
        fault(f'{label} has no #{phrase.occurrence}: {phrase.words}')
    return None


def inside(span, spans):
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def touches(span, spans):
    return any(span[0] < end and start < span[1] for start, end in spans)


def distance(span, spans):
    """Characters between the span and the nearest of the others, 0 where they touch."""
    return min(max(start - span[1], span[0] - end, 0) for start, end in spans)

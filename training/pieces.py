"""Text in, word pieces out: ids, casing and quotation features, and UTF-16 offsets. The TypeScript reader copies these
rules to the last piece, so they are written with plain loops over characters and no library's hidden behaviour."""

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

CLS, SEP, UNK = '[CLS]', '[SEP]', '[UNK]'
LONGEST_WORD = 100

CASES = ('none', 'lower', 'initial', 'upper', 'mixed')
QUOTES = ('outside', 'inside', 'open', 'close')
NO_CASE, LOWER, INITIAL, UPPER, MIXED = range(5)
OUTSIDE, INSIDE, OPEN, CLOSE = range(4)


@dataclass
class Pieces:
    """Parallel lists, one item a piece; `breaks` are the places of the [SEP] that stands for a paragraph break."""

    ids: list = field(default_factory=list)
    case: list = field(default_factory=list)
    quote: list = field(default_factory=list)
    start: list = field(default_factory=list)
    end: list = field(default_factory=list)

    def __len__(self):
        return len(self.ids)

    def add(self, id, case, quote, start, end):
        self.ids.append(id)
        self.case.append(case)
        self.quote.append(quote)
        self.start.append(start)
        self.end.append(end)


def load_vocabulary(path):
    with open(path, encoding='utf-8') as lines:
        return {line.rstrip('\n'): id for id, line in enumerate(lines)}


@lru_cache(maxsize=None)
def kind_of(char):
    """'space', 'drop' (controls), 'alone' (punctuation, CJK: a word by itself) or 'word'."""
    code = ord(char)
    if char in ' \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029':
        return 'space'
    category = unicodedata.category(char)
    if category == 'Zs':
        return 'space'
    if code in (0, 0xFFFD) or category in ('Cc', 'Cf', 'Co', 'Cs', 'Cn'):
        return 'drop'
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    if ascii_mark or category.startswith('P'):
        return 'alone'
    if (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2CEAF
            or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F):
        return 'alone'
    return 'word'


@lru_cache(maxsize=None)
def plain(char):
    """Lower case without accents; may be empty (a combining mark) or longer than one character."""
    decomposed = unicodedata.normalize('NFD', char.lower())
    return ''.join(part for part in decomposed if unicodedata.category(part) != 'Mn')


def words_of(text):
    """Yields (characters, offsets) of each word: the surface characters kept, and the UTF-16 offset of each and of the end."""
    chars, offsets, offset = [], [], 0
    for char in text:
        width = 2 if ord(char) > 0xFFFF else 1
        kind = kind_of(char)
        if kind == 'word':
            chars.append(char)
            offsets.append((offset, offset + width))
        elif kind != 'drop':
            if chars:
                yield chars, offsets
                chars, offsets = [], []
            if kind == 'alone':
                yield [char], [(offset, offset + width)]
        offset += width
    if chars:
        yield chars, offsets


def case_of(chars):
    letters = [char for char in chars if char.lower() != char.upper()]
    if not letters:
        return NO_CASE
    big = [char != char.lower() for char in letters]
    if not any(big):
        return LOWER
    if all(big):
        return UPPER if len(letters) > 1 else INITIAL
    return INITIAL if big[0] and not any(big[1:]) else MIXED


def split_word(word, vocabulary):
    """Longest match first; None where the word has a part that no piece covers. Yields (id, start, end) in the word."""
    if len(word) > LONGEST_WORD:
        return None
    found, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = word[start:end] if start == 0 else '##' + word[start:end]
            if piece in vocabulary:
                found.append((vocabulary[piece], start, end))
                start = end
                break
        else:
            return None
    return found


class Tokenizer:
    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.cache = {}

    def split(self, word):
        if word not in self.cache:
            self.cache[word] = split_word(word, self.vocabulary)
        return self.cache[word]

    def paragraph(self, text, at):
        """The pieces of one paragraph, its first character being at UTF-16 offset `at` of the document."""
        pieces, inside, before = Pieces(), False, 0
        for chars, offsets in words_of(text):
            quote = INSIDE if inside else OUTSIDE
            if len(chars) == 1 and chars[0] in '"“”„«»':
                opens = not inside if chars[0] == '"' else chars[0] in '“„«'
                quote, inside = (OPEN, True) if opens else (CLOSE, False)
            case = case_of(chars)
            plains = [plain(char) for char in chars]
            word = ''.join(plains)
            if not word:
                continue
            owner = [i for i, part in enumerate(plains) for _ in part]
            split = self.split(word) or [(self.vocabulary[UNK], 0, len(word))]
            for id, start, end in split:
                pieces.add(id, case, quote, at + offsets[owner[start]][0], at + offsets[owner[end - 1]][1])
        return pieces


def paragraphs_of(text):
    """Yields (paragraph, UTF-16 offset): the stretches between line breaks that hold more than white space."""
    at = 0
    for line in text.split('\n'):
        if line.strip():
            yield line, at
        at += len(line.encode('utf-16-le', 'surrogatepass')) // 2 + 1

"""textacy's direct quotations over spaCy's en_core_web_md: who said what, where it stands between quotation marks.

    python textacy_quotes.py < documents.ndjson > readings.ndjson

textacy refuses a text whose quotation marks are not in pairs. Such a text is read again line by line, without the lines that are refused.
"""

import re
import sys

from filter import documents, utf16, write
from spacy_names import load_pipeline
from textacy.extract.triples import direct_quotations

QUOTES = "\"'“”‘’«»„‟`"


def main():
    pipeline = load_pipeline()
    given = documents()
    refused = 0
    for document, parsed in zip(given, pipeline.pipe(each["text"] for each in given)):
        found = statements(parsed, 0)
        if found is None:
            refused += 1
            lines = list(re.finditer(r"\S.*", document["text"]))
            by_line = (statements(pipeline(line[0]), line.start()) or [] for line in lines)
            found = [each for several in by_line for each in several]
        place = utf16(document["text"])
        write(document, document["text"], statements=[placed(each, place) for each in found])
    print(f"textacy: {refused} of {len(given)} texts were read line by line", file=sys.stderr)


def statements(parsed, offset):
    """(speaker, cue, content) as spans that count from the offset; None where textacy refuses."""
    try:
        return [spans_of(found, parsed.text, offset) for found in direct_quotations(parsed)]
    except ValueError:
        return None


def spans_of(found, text, offset):
    start, end = found.content.start_char, found.content.end_char
    while start < end and text[start] in QUOTES:
        start += 1
    while start < end and text[end - 1] in QUOTES:
        end -= 1
    return [*(span_of(tokens, offset) for tokens in (found.speaker, found.cue)), (start + offset, end + offset)]


def span_of(tokens, offset):
    if not tokens:
        return None
    return (tokens[0].idx + offset, tokens[-1].idx + len(tokens[-1].text) + offset)


def placed(spans, place):
    speaker, cue, content = ([[place(span[0]), place(span[1])]] if span else [] for span in spans)
    return {"source": {"spans": speaker} if speaker else None, "cue": cue, "content": content}


main()

"""textacy's direct quotations over spaCy's en_core_web_md: who said what, where it stands between quotation marks.

    python textacy_quotes.py < documents.ndjson > readings.ndjson

textacy refuses a text whose quotation marks are not in pairs; such a text gets no statements, and standard error says how many there were.
"""

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
        try:
            statements = [statement(found, document["text"]) for found in direct_quotations(parsed)]
        except ValueError:
            statements = []
            refused += 1
        write(document, document["text"], statements=statements)
    if refused:
        print(f"textacy refused {refused} of {len(given)} texts", file=sys.stderr)


def statement(found, text):
    place = utf16(text)

    def spans(tokens):
        first, last = tokens[0], tokens[-1]
        return [[place(first.idx), place(last.idx + len(last.text))]] if tokens else []

    start, end = found.content.start_char, found.content.end_char
    while start < end and text[start] in QUOTES:
        start += 1
    while start < end and text[end - 1] in QUOTES:
        end -= 1
    source = {"spans": spans(found.speaker)} if found.speaker else None
    return {"source": source, "cue": spans(found.cue), "content": [[place(start), place(end)]]}


main()

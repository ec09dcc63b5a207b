"""What all adapters share: lines of documents in, lines of readings out, as `hearsay read --input ndjson --format ndjson` does.

A reading here has only what the peer says; offsets count UTF-16 code units, as JavaScript does.
"""

import json
import sys


def documents():
    return [json.loads(line) for line in sys.stdin if line.strip()]


def write(document, text, **layers):
    lists = ("blocks", "statements", "events", "entities", "times")
    article = {name: layers.get(name, []) for name in lists}
    reading = {"document": {"id": document["id"], "text": text}, "articles": [article]}
    sys.stdout.write(json.dumps(reading) + "\n")
    sys.stdout.flush()


def utf16(text):
    """A function from an index into a Python string to the index into the same string in JavaScript."""
    if text.isascii() or max(text) <= "\uffff":
        return lambda index: index
    places = [0]
    for character in text:
        places.append(places[-1] + (2 if character > "\uffff" else 1))
    return places.__getitem__


def entity(number, kind, name, span):
    mention = {"span": list(span), "kind": "name"}
    return {"id": f"e{number}", "type": kind, "name": name, "mentions": [mention]}

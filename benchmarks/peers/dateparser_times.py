"""dateparser's search for dates in a text: times, to the day.

    python dateparser_times.py < documents.ndjson > readings.ndjson

It gives the words and a moment, no place and no precision; each is looked up in the text after the one before it.
"""

from datetime import datetime

from dateparser.search import search_dates
from filter import documents, utf16, write


def main():
    for document in documents():
        text = document["text"]
        write(document, text, times=times_in(text, document.get("published")))


def times_in(text, day):
    settings = {"RELATIVE_BASE": datetime.fromisoformat(day[:10])} if day else {}
    place, at, times = utf16(text), 0, []
    for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
        found = text.find(words, at)
        if found < 0:
            continue
        at = found + len(words)
        span = [place(found), place(at)]
        times.append({"span": span, "type": "date", "value": moment.strftime("%Y-%m-%d"), "precision": "day"})
    return times


main()

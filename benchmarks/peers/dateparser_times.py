"""dateparser's search for dates in a text: times, to the year, month or day that it says.

    python dateparser_times.py < documents.ndjson > readings.ndjson

It gives the words and a moment, no place; each is looked up in the text after the one before it. How exact the words are it says when asked again.
"""

from datetime import datetime

from dateparser.date import DateDataParser
from dateparser.search import search_dates
from filter import documents, utf16, write


FORMATS = {"year": "%Y", "month": "%Y-%m"}


def main():
    for document in documents():
        text = document["text"]
        write(document, text, times=times_in(text, document.get("published")))


def times_in(text, day):
    settings = {"RELATIVE_BASE": datetime.fromisoformat(day[:10])} if day else {}
    parser = DateDataParser(languages=["en"], settings=settings)
    place, at, times = utf16(text), 0, []
    for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
        found = text.find(words, at)
        if found < 0:
            continue
        at = found + len(words)
        span = [place(found), place(at)]
        exact = parser.get_date_data(words).period
        value = moment.strftime(FORMATS.get(exact, "%Y-%m-%d"))
        times.append({"span": span, "type": "date", "value": value, "precision": exact})
    return times


main()

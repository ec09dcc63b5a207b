"""Stanford CoreNLP: names, times (SUTime) and direct quotations with their speakers.

    python corenlp.py CLASSPATH [entities] [times] [statements] < documents.ndjson > readings.ndjson

CoreNLP's own command line reads a list of files; a table tells it the day of each. It names no cue, and only what stands between quotation marks.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from filter import documents, entity, write

NAMES = {"PERSON": "person", "ORGANIZATION": "organisation"}
PLACES = ("LOCATION", "CITY", "COUNTRY", "STATE_OR_PROVINCE")
TIMES = {"DATE": "date", "TIME": "time", "DURATION": "duration", "SET": "set"}


def main():
    classpath, *layers = sys.argv[1:]
    given = documents()
    with tempfile.TemporaryDirectory() as folder:
        for document, annotated in zip(given, annotate(classpath, layers, given, Path(folder))):
            write(document, document["text"], **read(annotated, layers))


def annotate(classpath, layers, given, folder):
    files = [folder / f"d{number}.txt" for number in range(len(given))]
    for document, file in zip(given, files):
        file.write_text(document["text"], encoding="utf-8", newline="")
    (folder / "files").write_text("".join(f"{file}\n" for file in files))
    dated = ((file, document.get("published")) for document, file in zip(given, files))
    (folder / "days").write_text("".join(f"{file.name}\t{day[:10]}\n" for file, day in dated if day))
    command = ["java", "-Xmx4g", "-cp", classpath, "edu.stanford.nlp.pipeline.StanfordCoreNLP"]
    deeper = ",depparse,coref,quote" if "statements" in layers else ""
    command += ["-annotators", f"tokenize,ssplit,pos,lemma,ner{deeper}", "-threads", "1"]
    command += ["-ner.docdate.useMappingFile", folder / "days"]
    command += ["-fileList", folder / "files", "-outputDirectory", folder, "-outputFormat", "json"]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    for file in files:
        yield json.loads(Path(f"{file}.json").read_text(encoding="utf-8"))


def read(annotated, layers):
    mentions = [mention for sentence in annotated["sentences"] for mention in sentence.get("entitymentions", [])]
    found = {}
    if "entities" in layers:
        kinds = ((mention, kind_of(mention["ner"])) for mention in mentions)
        found["entities"] = [
            entity(number, kind, mention["text"], span_of(mention))
            for number, (mention, kind) in enumerate(kinds)
            if kind
        ]
    if "times" in layers:
        found["times"] = [time_of(mention) for mention in mentions if mention["ner"] in TIMES and "timex" in mention]
    if "statements" in layers:
        tokens = [token for sentence in annotated["sentences"] for token in sentence["tokens"]]
        found["statements"] = [statement(quote, tokens) for quote in annotated.get("quotes", [])]
    return found


def kind_of(label):
    return NAMES.get(label) or ("place" if label in PLACES else None)


def span_of(mention):
    return [mention["characterOffsetBegin"], mention["characterOffsetEnd"]]


def time_of(mention):
    timex = mention["timex"]
    value = before_christ(timex.get("value") or timex.get("altValue", ""))
    return {"span": span_of(mention), "type": TIMES[timex["type"]], "value": value, "precision": "day"}


def before_christ(value):
    """ISO 8601 has a year 0, so its year -0507 is 508 BC; TIMEX3 writes BC0508."""
    early = re.match(r"-(\d{4})", value)
    return f"BC{int(early[1]) + 1:04}{value[5:]}" if early else value.removeprefix("+")


def statement(quote, tokens):
    """The speaker is a mention, given as its first and last token."""
    first, last = quote.get("mentionBegin"), quote.get("mentionEnd")
    named = isinstance(first, int) and first >= 0
    spans = [[tokens[first]["characterOffsetBegin"], tokens[last]["characterOffsetEnd"]]] if named else []
    # What is said stands between the quotation marks.
    content = [[quote["beginIndex"] + 1, quote["endIndex"] - 1]]
    return {"source": {"spans": spans} if spans else None, "cue": [], "content": content}


main()

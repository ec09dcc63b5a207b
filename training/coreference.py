"""GUM's entities in, mentions of the same thing out."""

import re

OPEN_OR_CLOSE = re.compile(r'\((\d+)-([a-z]+)-[^-()]*-[^-()]*-[^-()]*-([\d,]+)-[^()]*|(\d+)?\)')
THINGS = ('person', 'organization', 'place', 'object', 'event', 'animal', 'plant', 'substance')


def same_things(sentences):
    """[(rows, places)] of a document -> (mention, other mentions of the same) for each mention; a mention is a span from its first
    word to the last word of its head, and alone where the list is empty."""
    groups = {}
    for rows, places in sentences:
        opened = []
        for at, row in enumerate(rows):
            entity = re.search(r'Entity=([^|]*)', row[9])
            for match in OPEN_OR_CLOSE.finditer(entity.group(1) if entity else ''):
                if match.group(1):
                    head = max(int(place) for place in match.group(3).split(','))
                    opened.append((match.group(1), match.group(2), at, head))
                else:
                    close(opened, match.group(4), places, groups)
    for mentions in groups.values():
        for one in mentions:
            yield one, [other for other in mentions if other != one]


def close(opened, number, places, groups):
    """A bracket with a number closes that entity, one without the last one opened."""
    for place in range(len(opened) - 1, -1, -1):
        if number is None or opened[place][0] == number:
            number, kind, first, head = opened.pop(place)
            last = min(first + head, len(places)) - 1
            if kind in THINGS:
                groups.setdefault(number, []).append((places[first][0], places[last][1]))
            return

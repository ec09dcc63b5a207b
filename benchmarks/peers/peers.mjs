// The peers: what each is, which tasks it is scored on, and the command that is its filter from documents to readings.

const python =
  (file, ...more) =>
  ({ python }) => [python, ['-W', 'ignore', file, ...more]]
const java =
  (...layers) =>
  ({ python, classpath }) => [python, ['corenlp.py', classpath, ...layers]]

export const HEARSAY = {
  what: 'Hearsay, all layers, one worker',
  tasks: ['attribution', 'times', 'entities-conflict', 'article-pages'],
  speed: true,
  filter: () => [
    process.execPath,
    ['../../dist/cli/main.js', 'read', '--input', 'ndjson', '--format', 'ndjson', '--no-record', '--workers', '1'],
  ],
}

export const PEERS = {
  spacy: {
    what: 'spaCy 3.7.5, en_core_web_md 3.7.1',
    tasks: ['entities-conflict'],
    speed: true,
    filter: python('spacy_names.py'),
  },
  textacy: {
    what: 'textacy 0.13.0, direct quotations',
    tasks: ['attribution'],
    speed: true,
    filter: python('textacy_quotes.py'),
  },
  'corenlp-quotes': {
    what: 'CoreNLP 4.5.10, quotations and speakers',
    needs: 'java',
    tasks: ['attribution'],
    speed: true,
    filter: java('statements'),
  },
  corenlp: {
    what: 'CoreNLP 4.5.10, names and times (SUTime)',
    needs: 'java',
    tasks: ['times', 'entities-conflict'],
    speed: true,
    filter: java('times', 'entities'),
  },
  heideltime: {
    what: 'HeidelTime 2.2.1 with TreeTagger',
    needs: 'java',
    tasks: ['times'],
    speed: true,
    filter: python('heideltime.py'),
  },
  dateparser: { what: 'dateparser 1.5.0, search for dates', tasks: ['times'], filter: python('dateparser_times.py') },
  trafilatura: {
    what: 'trafilatura 2.3.1',
    tasks: ['article-pages'],
    filter: python('article_text.py', 'trafilatura'),
  },
  readability: {
    what: 'readability-lxml 0.9',
    tasks: ['article-pages'],
    filter: python('article_text.py', 'readability'),
  },
  newspaper: { what: 'newspaper4k 0.9.6', tasks: ['article-pages'], filter: python('article_text.py', 'newspaper') },
}

/** The set of each task, as a file of CORPORA. */
export const SETS = {
  attribution: 'attribution/dev.jsonl',
  times: 'times/dev.jsonl',
  'entities-conflict': 'entities-conflict/dev.jsonl',
  'article-pages': 'article-pages/truth.jsonl',
}

// What a reading needs besides the document, loaded once: the tagger and the lexicons.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Gazetteer, openGazetteer } from './gazetteer/gazetteer.ts'
import { loadModel } from './language/model.ts'
import { makeTokenizer } from './language/pieces.ts'
import { loadTagger, type Tagger } from './language/tagger.ts'
import { indexWording, type Wording, type WordingFile } from './layout/wording.ts'
import { indexNames, type NameFiles, type NameLexicon } from './reading/entities/lexicon.ts'
import { indexModes, type ModeFile, type Modes } from './reading/events/modes.ts'
import { type DivisionFile, type Divisions, indexDivisions } from './reading/places/containment.ts'
import { type CueEntry, indexCues } from './reading/statements/cues.ts'
import type { Finder } from './reading/tagging/drafts.ts'
import { headsOf } from './reading/tagging/links.ts'
import type { Trained } from './reading/tagging/passage-read.ts'
import { trainedFinder } from './reading/tagging/tagging.ts'
import type { Reading } from './types.ts'
import { UserError } from './user-error.ts'

export interface Resources {
  tagger: Tagger
  wording: Wording
  names: NameLexicon
  gazetteer: Gazetteer
  divisions: Divisions
  findDrafts: Finder
  modes: Modes
  reader: Reading['reader']
}

export async function loadResources(): Promise<Resources> {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const gazetteer = loadGazetteer()
  return {
    tagger: loadTagger(),
    wording: indexWording(readLexicon<WordingFile>('furniture')),
    names: indexNames({
      titles: readLexicon<NameFiles['titles']>('titles'),
      persons: readLexicon<NameFiles['persons']>('persons'),
      organisations: readLexicon<NameFiles['organisations']>('organisations'),
      countries: readLexicon<NameFiles['countries']>('countries'),
      documents: readLexicon<NameFiles['documents']>('documents'),
      firstNames: readLexicon<NameFiles['firstNames']>('first-names'),
    }),
    gazetteer,
    divisions: indexDivisions(readLexicon<DivisionFile>('divisions'), gazetteer),
    findDrafts: trainedFinder(await loadTrained(), indexCues(readLexicon<{ entries: CueEntry[] }>('cues').entries)),
    modes: indexModes(readLexicon<ModeFile>('modes')),
    reader: { version, model: 'reader-3', settings: settings() },
  }
}

/** Threads of one passage: two take longer in all than they save. */
const THREADS = 1

async function loadTrained(): Promise<Trained> {
  const file = (name: string): URL => new URL(`../models/${name}`, import.meta.url)
  return {
    model: await loadModel(fileURLToPath(file('reader.onnx')), THREADS),
    tokenizer: makeTokenizer(readFileSync(file('vocab.txt'), 'utf8').trimEnd().split('\n')),
    heads: headsOf(JSON.parse(readFileSync(file('reader.json'), 'utf8'))),
  }
}

/** A lexicon is ours: its shape is checked by a test, not at each start. */
function readLexicon<File>(name: string): File {
  return JSON.parse(readFileSync(new URL(`../lexicon/${name}.json`, import.meta.url), 'utf8'))
}

/** The gazetteer of this machine's user, with what `hearsay gazetteer add` put into it. */
export function ownGazetteerPath(): string {
  const { HEARSAY_GAZETTEER: own, XDG_DATA_HOME: data, LOCALAPPDATA: local } = process.env
  return own || join(data || local || join(homedir(), '.local', 'share'), 'hearsay', 'places.bin')
}

/** The user's own where there is one, else the one that comes with hearsay. */
export function loadGazetteer(): Gazetteer {
  const path = gazetteerPath()
  const gazetteer = openGazetteer(readFileSync(path))
  if (!gazetteer) throw new UserError(`${path} is no gazetteer of this version; remove it, and add your files again`)
  return gazetteer
}

function gazetteerPath(): string {
  const own = ownGazetteerPath()
  return existsSync(own) ? own : fileURLToPath(new URL('../gazetteer/places.bin', import.meta.url))
}

/** What a reading hangs on besides the version: the user's own gazetteer, by its hash. */
function settings(): string {
  const path = gazetteerPath()
  if (path !== ownGazetteerPath()) return 'default'
  return `gazetteer ${createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12)}`
}

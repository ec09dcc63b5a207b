// An OpenDocument text (ODT, as LibreOffice writes it) -> its paragraphs, with what their styles say of them, notes at the end.

import type { Passage } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import type { Format, Parsed, PromptFormat } from '../format.ts'
import { readStated } from '../metadata.ts'
import { joinParts } from '../parts.ts'
import { charsetOf, charsetOfPage } from '../text/charset.ts'
import { decode } from '../text/decode.ts'
import { hasRoot } from '../xml/root.ts'
import { elementsOf, findAll, parseXml, textIn, type XmlElement } from '../xml/xml.ts'
import { isOdt, noText, readOffice } from './archive.ts'
import { type Flow, furnitureOf, startFlow, withTitle } from './flow.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'

export const odt: Format = {
  name: 'ODT',
  binary: true,
  matches: isOdt,
  async parse({ bytes }) {
    const files = await readOffice(bytes, /^(?:content|styles|meta|META-INF\/manifest)\.xml$/)
    const manifest = files.get('META-INF/manifest.xml')
    if (manifest !== undefined && findAll(manifest, 'encryption-data').length > 0)
      throw new UserError('it is encrypted; save it without a password first')
    return readOdt(files, MEDIA_TYPE)
  },
}

/** The same in one XML file, as LibreOffice saves it as "Flat XML". */
export const flatOdt: PromptFormat = {
  name: 'FODT',
  matches: (head) => hasRoot(head, 'document') && /urn:oasis:names:tc:opendocument/.test(head),
  parse({ bytes, mediaType }) {
    const { text, warnings } = decode(bytes, charsetOf(mediaType) ?? charsetOfPage(bytes))
    const tree = parseXml(text, 'the document')
    const files = new Map(['content.xml', 'styles.xml', 'meta.xml'].map((name) => [name, tree]))
    const parsed = readOdt(files, `${MEDIA_TYPE}-flat-xml`)
    return { ...parsed, warnings: [...warnings, ...parsed.warnings] }
  },
}

/** @param files by their names in an ODT; of a flat one, all are the one file */
function readOdt(files: ReadonlyMap<string, XmlElement>, mediaType: string): Parsed {
  const all = (file: string, ...names: string[]): XmlElement[] => {
    const tree = files.get(file)
    return tree === undefined ? [] : findAll(tree, ...names)
  }
  const [body] = all('content.xml', 'body').flatMap((found) =>
    elementsOf(found).filter(({ name }) => name === 'office:text'),
  )
  if (body === undefined) throw noText()
  const styles = [...all('styles.xml', 'style'), ...all('content.xml', 'style')]
  const setting = { flow: startFlow(), notes: startFlow(), kinds: kindsOfStyles(styles) }
  readBlocks(body, setting, null)
  const margins = all('styles.xml', 'master-styles')
    .flatMap((found) => findAll(found, 'header', 'footer'))
    .map((margin) => partsOf(margin, setting))
  const [stated] = all('meta.xml', 'meta')
    .flatMap((found) => elementsOf(found).filter(({ name }) => name === 'dc:title'))
    .map(textIn)
  const parts = withTitle(setting.flow.parts, stated)
  const title = parts.find(({ kind }) => kind === 'title')?.text
  return {
    mediaType,
    ...joinParts([...parts, ...setting.notes.parts, ...furnitureOf(margins)]),
    metadata: readStated({ title: title ?? stated }),
    warnings: setting.flow.warnings(),
  }
}

interface Setting {
  flow: Flow
  notes: Flow
  kinds: ReadonlyMap<string, Passage['kind']>
}

const OF_STYLE: readonly [name: RegExp, kind: Passage['kind']][] = [
  [/^title$/i, 'title'],
  [/^(?:heading|subtitle)/i, 'heading'],
  [/^(?:caption|illustration|figure|drawing)/i, 'caption'],
  [/^quotation/i, 'quote'],
  [/^list/i, 'list'],
]

/** A paragraph that was formatted by hand has a style of its own, whose parent says what it is. */
function kindsOfStyles(styles: readonly XmlElement[]): Setting['kinds'] {
  const parents = new Map(
    styles.map(({ attributes }) => [attributes.name ?? '', attributes['parent-style-name'] ?? '']),
  )
  return new Map(
    [...parents.keys()].map((name) => {
      let kind = kindByName(name)
      for (let at = parents.get(name), steps = 0; kind === null && at && steps < 10; at = parents.get(at), steps++)
        kind = kindByName(at)
      return [name, kind]
    }),
  )
}

const kindByName = (name: string): Passage['kind'] => OF_STYLE.find(([pattern]) => pattern.test(name))?.[1] ?? null

const LEFT_OUT = new Set([
  'tracked-changes',
  'annotation',
  'annotation-end',
  'sequence-decls',
  'forms',
  'note-citation',
  'variable-decls',
])

function readBlocks(element: XmlElement, setting: Setting, within: Passage['kind']): void {
  for (const child of elementsOf(element)) {
    const { local, attributes } = child
    if (local === 'tracked-changes') setting.flow.leaveOut('deleted words')
    if (LEFT_OUT.has(local)) continue
    if (local === 'p' || local === 'h') {
      const boxes: XmlElement[] = []
      const words = wordsOf(child, setting, boxes)
      const style = attributes['style-name']?.replaceAll('_20_', ' ') ?? ''
      const kind = setting.kinds.get(attributes['style-name'] ?? '') ?? kindByName(style)
      setting.flow.add(words, local === 'h' && kind !== 'title' ? 'heading' : (kind ?? within))
      for (const box of boxes) readBlocks(box, setting, null)
    } else if (local === 'table-row') setting.flow.addRow(elementsOf(child).map((cell) => partsOf(cell, setting)))
    else if (local === 'table-of-content') readBlocks(child, setting, 'furniture')
    else readBlocks(child, setting, local === 'list' ? 'list' : within)
  }
}

function partsOf(element: XmlElement, setting: Setting): Flow['parts'] {
  const flow = startFlow()
  readBlocks(element, { ...setting, flow }, null)
  return flow.parts
}

/** @param boxes gains the text boxes that are anchored in it; notes go to the end */
function wordsOf(element: XmlElement, setting: Setting, boxes: XmlElement[]): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child.replace(/\s+/g, ' ')
      const { local, attributes } = child
      if (local === 'text-box') boxes.push(child)
      else if (local === 'note-body') readBlocks(child, { ...setting, flow: setting.notes }, null)
      else if (local === 'annotation') setting.flow.leaveOut('comments')
      else if (local === 's') return ' '.repeat(Math.min(Number(attributes.c ?? 1) || 1, 100))
      else if (!LEFT_OUT.has(local)) return AS_TEXT[local] ?? wordsOf(child, setting, boxes)
      return ''
    })
    .join('')
}

const AS_TEXT: Readonly<Record<string, string>> = { tab: ' ', 'line-break': '\n' }

// A Word document (DOCX) -> its paragraphs, with what their styles say of them; deleted words and hidden instructions left out.

import type { Passage } from '../../types.ts'
import type { Format } from '../format.ts'
import { readStated } from '../metadata.ts'
import { joinParts } from '../parts.ts'
import { elementsOf, findAll, textIn, type XmlElement } from '../xml/xml.ts'
import { isDocx, noText, readOffice } from './archive.ts'
import { type Flow, furnitureOf, startFlow, withTitle } from './flow.ts'

export const docx: Format = {
  name: 'DOCX',
  binary: true,
  matches: isDocx,
  async parse({ bytes }) {
    const files = await readOffice(bytes, WANTED)
    const one = (pattern: RegExp): XmlElement[] =>
      [...files].filter(([name]) => pattern.test(name)).map(([, file]) => file)
    const [document] = one(/^word\/document/)
    if (document === undefined) throw noText()
    const kinds = kindsOfStyles(one(/styles/))
    const flow = startFlow()
    for (const file of [document, ...one(/notes/)]) readBlocks(file, { flow, kinds })
    const margins = one(/(?:header|footer)/).map((file) => {
      const margin = startFlow()
      readBlocks(file, { flow: margin, kinds })
      return margin.parts
    })
    const [stated] = one(/core\.xml/).flatMap((core) => findAll(core, 'title').map(textIn))
    const parts = withTitle(flow.parts, stated)
    const title = parts.find(({ kind }) => kind === 'title')?.text
    return {
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ...joinParts([...parts, ...furnitureOf(margins)]),
      metadata: readStated({ title: title ?? stated }),
      warnings: flow.warnings(),
    }
  },
}

const WANTED = /^(?:word\/(?:document\d*|styles|footnotes|endnotes|(?:header|footer)\d*)|docProps\/core)\.xml$/

type Kinds = ReadonlyMap<string, Passage['kind']>

const OF_STYLE: readonly [name: RegExp, kind: Passage['kind']][] = [
  [/^title$/i, 'title'],
  [/^(?:heading \d|subtitle)/i, 'heading'],
  [/^caption/i, 'caption'],
  [/quote$|^quotation|^block text/i, 'quote'],
  [/^list/i, 'list'],
]

/** The names of Word's own styles are English in every language. */
function kindsOfStyles(files: readonly XmlElement[]): Kinds {
  const styles = files.flatMap((file) => findAll(file, 'style'))
  const kindOf = (style: XmlElement): Passage['kind'] => {
    const name = elementsOf(style).find(({ local }) => local === 'name')?.attributes.val ?? ''
    return OF_STYLE.find(([pattern]) => pattern.test(name))?.[1] ?? null
  }
  return new Map(styles.map((style) => [style.attributes.styleId ?? '', kindOf(style)]))
}

interface Setting {
  flow: Flow
  kinds: Kinds
}

/** Not part of the text as it stands: deleted, moved away, the second of two renderings, between notes and text. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'pPr', 'rPr', 'sectPr', 'tblPr'])

function readBlocks(element: XmlElement, setting: Setting): void {
  const { flow } = setting
  for (const child of elementsOf(element)) {
    if (LEFT_OUT.has(child.local) || /separator/i.test(child.attributes.type ?? '')) continue
    if (child.local === 'p') {
      const boxes: XmlElement[] = []
      flow.add(wordsOf(child, setting, boxes), kindOf(child, setting))
      for (const box of boxes) readBlocks(box, setting)
    } else if (child.local === 'tr')
      flow.addRow(
        elementsOf(child)
          .filter(({ local }) => local !== 'trPr')
          .map((cell) => partsOf(cell, setting)),
      )
    else readBlocks(child, setting)
  }
}

function partsOf(cell: XmlElement, setting: Setting): Flow['parts'] {
  const flow = startFlow()
  readBlocks(cell, { ...setting, flow })
  return flow.parts
}

function kindOf(paragraph: XmlElement, { kinds }: Setting): Passage['kind'] {
  const properties = elementsOf(paragraph).find(({ local }) => local === 'pPr')
  const inside = properties ? elementsOf(properties) : []
  const style = inside.find(({ local }) => local === 'pStyle')?.attributes.val
  const kind = style === undefined ? null : (kinds.get(style) ?? null)
  return kind ?? (inside.some(({ local }) => local === 'numPr') ? 'list' : null)
}

/** @param boxes gains the text boxes that are anchored in it */
function wordsOf(element: XmlElement, setting: Setting, boxes: XmlElement[]): string {
  return elementsOf(element)
    .map((child) => {
      if (child.local === 'txbxContent') boxes.push(child)
      else if (child.local === 'del' || child.local === 'moveFrom') setting.flow.leaveOut('deleted words')
      else if (child.local === 'commentReference') setting.flow.leaveOut('comments')
      else if (child.local === 't') return textIn(child)
      else if (!LEFT_OUT.has(child.local)) return AS_TEXT[child.local] ?? wordsOf(child, setting, boxes)
      return ''
    })
    .join('')
}

const AS_TEXT: Readonly<Record<string, string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-', softHyphen: '' }

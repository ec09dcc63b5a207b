// A template and values -> HTML in which every value is plain text: no markup, no control characters, nothing that changes the
// direction of text.

export interface Html {
  readonly html: string
}

export type Value = string | number | Html | readonly Html[] | null

export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: parts.map((part, at) => (at === 0 ? part : written(values[at - 1]) + part)).join(''),
})

function written(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map((each) => each.html).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Control characters, those that reorder text, and halves of surrogate pairs; white space stays. */
const UNSAFE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu

const escapeHtml = (text: string): string =>
  text.replace(UNSAFE, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign])

export const clip = (text: string, most = 300): string => (text.length > most ? `${text.slice(0, most)}…` : text)

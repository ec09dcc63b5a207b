// The folder that the pages were built into -> their files in memory, so that no request ever reaches the disk.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { OpenAPIHono } from '@hono/zod-openapi'

interface PageFile {
  type: string
  bytes: Uint8Array<ArrayBuffer>
  zipped: Uint8Array<ArrayBuffer>
}

/** By their path on the server: "/assets/index-3f9a.js". */
export type Pages = ReadonlyMap<string, PageFile>

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export function loadPages(folder: string): Pages {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const bytes = new Uint8Array(readFileSync(path))
      const type = TYPES[extname(path)] ?? 'application/octet-stream'
      const name = path.slice(folder.length).replaceAll('\\', '/').replace(/^\/?/, '/')
      return [name, { type, bytes, zipped: new Uint8Array(gzipSync(bytes)) }]
    }),
  )
}

/** The first part of the addresses that the program in index.html has a page for. */
const SECTIONS: ReadonlySet<string> = new Set([
  '',
  'articles',
  'search',
  'sources',
  'source',
  'incidents',
  'incident',
  'collections',
  'review',
  'since',
  'add',
  'people',
])

/** Every address that is no file's is a page's: the program in index.html shows it, or says that there is none. */
export function addPages(app: OpenAPIHono, pages: Pages): void {
  app.get('*', (context) => {
    const { path } = context.req
    const file = pages.get(path)
    const asset = path.startsWith('/assets/')
    const answer = file ?? (asset ? undefined : pages.get('/index.html'))
    if (!answer) return context.text(asset ? 'There is no such file.' : 'The pages are not built: npm run build', 404)
    const zips = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '') && answer.type !== 'font/woff2'
    context.header('content-type', answer.type)
    context.header('vary', 'accept-encoding')
    context.header('cache-control', asset ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (zips) context.header('content-encoding', 'gzip')
    const isKnown = file !== undefined || SECTIONS.has(path.split('/')[1])
    return context.body(zips ? answer.zipped : answer.bytes, isKnown ? 200 : 404)
  })
}

import { expect, test } from 'vitest'
import { readSavedBy } from './saved-by.ts'

test.each<[string, object, string]>([
  [
    '<!DOCTYPE html>\n<!-- saved from url=(0030)https://paper.example/a?b=1 -->\n<html>',
    { url: 'https://paper.example/a?b=1' },
    'a browser',
  ],
  [
    '<html><!--\n Page saved with SingleFile \n url: https://paper.example/a \n saved date: Thu Mar 12 2026 14:02:33 GMT+0100 (Central European Standard Time)\n-->',
    { url: 'https://paper.example/a', retrievedAt: '2026-03-12T13:02:33Z' },
    'SingleFile',
  ],
  [
    '<html data-scrapbook-source="https://paper.example/a" data-scrapbook-create="20260312130233123">',
    { url: 'https://paper.example/a', retrievedAt: '2026-03-12T13:02:33Z' },
    'WebScrapBook',
  ],
  [
    '<html><head><meta name="savepage-url" content="https://paper.example/a"><meta name="savepage-date" content="Thu Mar 12 2026 14:02:33 GMT+0100 (CET)">',
    { url: 'https://paper.example/a', retrievedAt: '2026-03-12T13:02:33Z' },
    'Save Page WE',
  ],
  [
    '<!-- Saved from https://paper.example/a at 2026-03-12T13:02:33Z using monolith v2.8.1 -->\n<html>',
    { url: 'https://paper.example/a', retrievedAt: '2026-03-12T13:02:33Z' },
    'monolith',
  ],
  ['<!-- saved from url=(0016)file:///C:/a.htm -->', {}, 'a file is no address'],
  [
    '<html><!--\n Page saved with SingleFile \n url: https://paper.example/a \n saved date: Thu Foo 99 2026 99:02:33 GMT+0100\n-->',
    { url: 'https://paper.example/a' },
    'SingleFile, no such day',
  ],
  ['<!--\n url: https://paper.example/a\n saved date: yesterday\n-->', {}, 'any other comment'],
  ['<html data-scrapbook-create="20269912130233123">', {}, 'no such day'],
  ['<p>Page saved with SingleFile</p>', {}, 'words of the page'],
])('%s', (markup, saved) => {
  expect(readSavedBy(markup)).toEqual(saved)
})

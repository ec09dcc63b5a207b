// A sentence and an encoding -> a file of each text format, saying which encoding it is in, or not saying it.

export interface TextSample {
  /** Its ending matters where nothing in the file shows what it is. */
  name: string
  /** @param charset what the file says of its encoding; undefined where it says nothing */
  write(sentence: string, charset: string | undefined): string
  /** Where the format has no place to say it, and whoever brings the file does. */
  mediaType?: string
}

const inXml = (charset: string | undefined): string =>
  `<?xml version="1.0"${charset === undefined ? '' : ` encoding="${charset}"`}?>`
const inPage = (charset: string | undefined): string => (charset === undefined ? '' : `<meta charset="${charset}">`)
const inLetter = (charset: string | undefined): string =>
  `Content-Type: text/plain${charset === undefined ? '' : `; charset=${charset}`}\nContent-Transfer-Encoding: 8bit`
const LETTER_HEAD = 'From: a@b.example\nMessage-ID: <1@b.example>\nDate: Wed, 5 May 2021 10:00:00 +0200\nSubject: T\n'
const json = (value: unknown): string => JSON.stringify(value, null, 1)

export const TEXT_SAMPLES: readonly TextSample[] = [
  { name: 'note.txt', mediaType: 'text/plain', write: (sentence) => `${sentence}\n\nNobody was hurt.\n` },
  {
    name: 'note.md',
    mediaType: 'text/markdown',
    write: (sentence) => `# Quay shut\n\n${sentence}\n\n- Nobody was hurt.\n`,
  },
  {
    name: 'page.html',
    write: (sentence, charset) =>
      `<!doctype html><html><head>${inPage(charset)}<title>T</title></head><body><p>${sentence}</p></body></html>`,
  },
  {
    name: 'served.html',
    mediaType: 'text/html',
    write: (sentence) => `<!doctype html><html><head><title>T</title></head><body><p>${sentence}</p></body></html>`,
  },
  {
    name: 'feed.rss',
    write: (sentence, charset) =>
      `${inXml(charset)}<rss><channel><title>C</title><item><title>T</title><description>${sentence}</description></item></channel></rss>`,
  },
  {
    name: 'feed.atom',
    write: (sentence, charset) =>
      `${inXml(charset)}<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry><id>1</id><title>T</title><content>${sentence}</content></entry></feed>`,
  },
  {
    name: 'nitf.xml',
    write: (sentence, charset) =>
      `${inXml(charset)}<nitf><body><body.head><hedline><hl1>T</hl1></hedline></body.head><body.content><p>${sentence}</p></body.content></body></nitf>`,
  },
  {
    name: 'newsml-g2.xml',
    write: (sentence, charset) =>
      `${inXml(charset)}<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a:1" version="1"><itemMeta><versionCreated>2021-05-04T18:05:00+02:00</versionCreated></itemMeta><contentMeta><headline>T</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${sentence}</p></body></html></inlineXML></contentSet></newsItem>`,
  },
  {
    name: 'newsml1.xml',
    write: (sentence, charset) =>
      `${inXml(charset)}<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><NewsItemId>a</NewsItemId></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>T</HeadLine></NewsLines><ContentItem><DataContent><p>${sentence}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
  },
  {
    name: 'flat.fodt',
    write: (sentence, charset) =>
      `${inXml(charset)}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>${sentence}</text:p></office:text></office:body></office:document>`,
  },
  { name: 'letter.eml', write: (sentence, charset) => `${LETTER_HEAD}${inLetter(charset)}\n\n${sentence}\n` },
  {
    name: 'letters.mbox',
    write: (sentence, charset) =>
      `From a@b.example Wed May  5 10:00:00 2021\n${LETTER_HEAD}${inLetter(charset)}\n\n${sentence}\n\nFrom a@b.example Wed May  5 10:01:00 2021\n${LETTER_HEAD}${inLetter('us-ascii')}\n\nNobody was hurt.\n`,
  },
  {
    name: 'page.mhtml',
    write: (sentence, charset) =>
      `From: <Saved by Blink>\nSnapshot-Content-Location: https://b.example/1\nSubject: T\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html${charset === undefined ? '' : `; charset=${charset}`}\nContent-Transfer-Encoding: 8bit\nContent-Location: https://b.example/1\n\n<html><body><p>${sentence}</p></body></html>\n--b--\n`,
  },
  {
    name: 'posts.csv',
    mediaType: 'text/csv',
    write: (sentence) => `date,author,text\n2021-05-04,Rosa,"${sentence.replaceAll('"', '""')}"\n`,
  },
  {
    name: 'posts.tsv',
    mediaType: 'text/tab-separated-values',
    write: (sentence) => `date\tauthor\ttext\n2021-05-04\tRosa\t${sentence.replaceAll('"', "'")}\n`,
  },
  { name: 'posts.json', write: (sentence) => json([{ date: '2021-05-04', author: 'Rosa', text: sentence }]) },
  { name: 'documents.ndjson', write: (sentence) => `${JSON.stringify({ id: '1', text: sentence })}\n` },
  { name: 'rows.ndjson', write: (sentence) => `${JSON.stringify({ id: '1', full_text: sentence, lang: 'en' })}\n` },
  {
    name: 'feed.json',
    write: (sentence) =>
      json({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'C',
        items: [{ id: '1', title: 'T', content_text: sentence }],
      }),
  },
  {
    name: 'ninjs.json',
    write: (sentence) =>
      json({ uri: 'https://b.example/1', type: 'text', headline: 'T', body_xhtml: `<p>${sentence}</p>` }),
  },
  {
    name: 'claim-review.json',
    write: (sentence) => json({ '@context': 'https://schema.org', '@type': 'ClaimReview', claimReviewed: sentence }),
  },
  {
    name: 'result.json',
    write: (sentence) =>
      json({
        name: 'C',
        type: 'public_channel',
        id: 1,
        messages: [{ id: 2, type: 'message', date: '2021-05-04T18:05:00', from: 'C', text: sentence }],
      }),
  },
  {
    name: 'messages.html',
    write: (sentence, charset) =>
      `<!DOCTYPE html>\n<html><head>${inPage(charset)}<title>Exported Data</title></head><body><div class="page_wrap"><div class="page_body chat_page"><div class="history"><div class="message default clearfix" id="message1"><div class="body"><div class="pull_right date details" title="04.05.2021 18:01:00">18:01</div><div class="from_name">C</div><div class="text">${sentence}</div></div></div></div></div></div></body></html>`,
  },
  {
    name: '_chat.txt',
    mediaType: 'text/plain',
    write: (sentence) =>
      `[13/05/2021, 18:05:31] Ivo Lang: ${sentence}\n[13/05/2021, 18:07:00] Rosa: Nobody was hurt.\n`,
  },
  {
    name: 'tweets.js',
    write: (sentence) =>
      `window.YTD.tweets.part0 = ${json([{ tweet: { id_str: '17', created_at: 'Tue May 04 18:05:00 +0000 2021', full_text: sentence } }])}`,
  },
  {
    name: 'talk.srt',
    mediaType: 'application/x-subrip',
    write: (sentence) =>
      `1\n00:00:01,000 --> 00:00:04,200\n${sentence}\n\n2\n00:00:05,000 --> 00:00:06,000\nNobody was hurt.\n`,
  },
  {
    name: 'talk.vtt',
    mediaType: 'text/vtt',
    write: (sentence) => `WEBVTT\n\n00:01.000 --> 00:04.200\n${sentence}\n`,
  },
]

/** What the platform calls an encoding -> a paragraph in it, long enough for its letters to show which it is. */
export const ENCODED_TEXTS: readonly [charset: string, sentence: string][] = [
  [
    'utf-8',
    '“The quay is shut,” said Łukasz Işık of Łódź; mending it costs £9, or 11 €, as Zoë Hart’s clerk said in Çeşme.',
  ],
  [
    'windows-1252',
    '“The quay – all of it – is shut,” said Zoë Hart’s clerk, François Lefèvre; mending it costs £9, or 11 €, and José Muñoz’s café in Gößweinstein stays open.',
  ],
  [
    'iso-8859-1',
    'The café on the quay is shut, said José Peña and François Lefèvre; mending it costs £9 a day, or half of that, and the Gößweinstein ferry to Malmö still runs.',
  ],
  [
    'windows-1250',
    '„The quay is shut,“ said Jiří Dvořák’s clerk Šárka Žáková; mending it costs 11 €, and Łukasz Święty of Łódź pays, as Győző Kőszegi’s man said.',
  ],
  [
    'iso-8859-2',
    'The quay is shut, said Łukasz Żak in Łódź, and Jiří Dvořák agreed; the Šumava ferry to Győr still runs, Świętosława Gąsior said.',
  ],
  [
    'windows-1251',
    'The sign on the quay, Иван Петров said, reads “Пристань закрыта до весны”; mending it costs 11 €, and Ольга Смирнова pays.',
  ],
  [
    'koi8-r',
    'The sign on the quay, Иван Петров said, reads "Пристань закрыта до весны", and Ольга Смирнова pays for mending it.',
  ],
  [
    'windows-1254',
    'The quay is shut, said Doğan Işık’s clerk Gülşah Yıldız; mending it costs 11 €, and Çağrı Öztürk of İzmir says that the ferry to Beşiktaş still runs.',
  ],
]

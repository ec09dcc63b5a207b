"""The article of a web page by trafilatura, readability-lxml or newspaper4k, each as its documentation says.

    python article_text.py trafilatura|readability|newspaper < pages.ndjson > readings.ndjson
"""

import sys

from filter import documents, utf16, write


def trafilatura(html, url):
    from trafilatura import extract

    return extract(html, url=url, include_comments=False)


def readability(html, _url):
    from lxml.html import document_fromstring
    from readability import Document

    blocks = document_fromstring(Document(html).summary()).iter("p", "li", "blockquote", "h2", "h3", "h4", "pre")
    return "\n".join(block.text_content() for block in blocks)


def newspaper(html, url):
    from newspaper import Article

    # Without the language it asks for a tokenizer of whatever a page declares.
    article = Article(url or "https://example.org/", language="en")
    article.download(input_html=html)
    article.parse()
    return article.text


def main():
    extract = {"trafilatura": trafilatura, "readability": readability, "newspaper": newspaper}[sys.argv[1]]
    for document in documents():
        text = extract(document["html"], document.get("url")) or ""
        block = {"kind": "paragraph", "span": [0, utf16(text)(len(text))]}
        write(document, text, blocks=[block] if text else [])


main()

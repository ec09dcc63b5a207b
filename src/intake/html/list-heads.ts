// How pages head their lists of other articles and their comments, point to another article, and say how long a text takes to read, in the
// languages besides English that pages of news are often in. English, with more shapes, is in main-text-cues.ts.

/** A whole line, however it ends. */
const line = (...words: string[]) => new RegExp(`^[^\\p{L}\\p{N}]*(?:${words.join('|')})\\s*[:.…]*$`, 'iu')

export const LIST_HEADS = line(
  // German
  'mehr (?:zum thema|dazu|artikel|beiträge|von .*|aus .*)|(?:das könnte (?:sie|dich)|auch) (?:auch )?interess(?:ant|ieren)|weitere (?:artikel|beiträge|meldungen|nachrichten|themen)|(?:ähnliche|verwandte) (?:artikel|beiträge|themen)|(?:meist(?:gelesen|kommentiert)e?)(?: artikel)?|lesen sie auch|(?:\\d+ )?kommentare?|schlag(?:worte|wörter)|ihre meinung|kommentar (?:schreiben|verfassen|hinterlassen)|schreibe einen kommentar|teilen',
  // French
  '(?:à )?lire aussi|à lire (?:également|ensuite)|sur le même (?:sujet|thème)|articles? (?:liés?|similaires?|associés?|connexes)|les plus lus|(?:\\d+ )?commentaires?|laisser un commentaire|partager|mots[- ]clés',
  // Spanish, Portuguese, Italian
  'le[ae] también|le puede interesar|te puede interesar|noticias relacionadas|artículos relacionados|lo más leído|más (?:noticias|leídas)|(?:\\d+ )?comentarios?|deja (?:un|tu) comentario|compartir|etiquetas',
  'leia (?:também|mais)|veja (?:também|mais)|notícias relacionadas|artigos relacionados|mais lidas|(?:\\d+ )?comentários?|deixe (?:um|o seu) comentário|compartilhe|partilhar',
  'leggi anche|ti potrebbe interessare|potrebbe interessarti(?: anche)?|articoli correlati|i più letti|(?:\\d+ )?commenti|lascia un commento|condividi',
  // Dutch, Polish, Czech
  'lees ook|(?:meer|gerelateerde) (?:artikelen|berichten|nieuws)|meest gelezen|(?:\\d+ )?reacties|geef een reactie',
  '(?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)|podobne (?:artykuły|wpisy)|najczęściej czytane|komentarze|dodaj komentarz|udostępnij',
  'čtěte (?:také|též)|související (?:články|témata)|nejčtenější|diskuse|komentáře',
  // Russian, Ukrainian, Turkish
  '(?:читайте|смотрите) (?:также|ещё|еще)|по теме|похожие (?:статьи|записи|материалы)|самы[ей] (?:читаемы|популярны)[ей].*|комментарии|отзывы|(?:добавить|оставить) (?:комментарий|отзыв)|поделиться',
  'читайте також|схожі (?:статті|новини)|коментарі',
  'ilgili (?:haberler|yazılar)|bunlar(?:ı)? da (?:oku|ilgi).*|çok okunanlar|yorumlar|yorum yap',
)

/** At the start of a line with a link. */
export const READ_MORE =
  /^[^\p{L}\p{N}]*(?:mehr (?:zum thema|dazu)|lesen sie (?:auch|mehr)|siehe auch|weiterlesen|(?:à )?lire (?:aussi|la suite)|voir aussi|lea (?:también|más)|ver (?:también|más)|leia (?:também|mais)|veja (?:também|mais)|leggi (?:anche|di più)|lees (?:ook|verder|meer)|(?:czytaj|zobacz) (?:też|także|również|więcej)|čtěte také|читайте (?:также|ещё|еще|також)|ayrıca (?:oku|bak))\s*[:>|–—-]?/iu

/** "3 min read", "Lesezeit: 4 Minuten" */
export const READING_TIME =
  /^[^\p{L}\p{N}]*(?:(?:estimated )?(?:reading|read) time|(?:geschätzte )?lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|czas czytania|время (?:на )?чтени[яе])|^[^\p{L}\p{N}]*(?:about )?\d{1,3}[- ]min(?:ute)?s?\.? (?:read|lesezeit|de lecture)\b/iu

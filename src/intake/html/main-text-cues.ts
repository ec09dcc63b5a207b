// Words in markup and in short texts that tell what is not the article: general ones, no site's own.

/** Whole words of the hints, in a row where joined by hyphens: `related` is in "story-related" and not in "unrelated". */
const place = (...alternatives: string[]) => new RegExp(`(?:^|[ -])(?:${alternatives.join('|')})(?=$|[ -])`)

export const FURNITURE_PLACE = place(
  'ads?|adverts?|advertisements?|advertising|sponsor(?:ed)?|dfp|promos?|promotion|outbrain|taboola',
  'share|shares|sharing|sharebar|sharetools|socials?|follow|like-box',
  'newsletters?|subscribe|subscription|sign-?up|opt-?in|paywall|donate|donation|cta',
  'related|recommend(?:ed|ations?)?|read-?more|see-also|also-like|more-(?:on|from|stories|news)|most-(?:read|popular|viewed)',
  'popular|trending|recirc(?:ulation)?|teasers?|carousel|rail|sidebar',
  '(?:latest|recent)-(?:news|posts|stories|articles|headlines|videos)',
  'comments?|comment-?form|disqus|respond|reply|replies',
  '(?:about-(?:the-)?|post-)author|author-(?:bio|box|card|excerpt|info|details|description|flyout)|bio',
  'breadcrumbs?|navigation|nav|menu|menubar|pagination|pager|toolbar|control-panel|controls',
  'tags|tag-?(?:list|links|cloud)|topics|keywords|(?:post|page)-views|views?-count|print-header',
  'cookies?|cookie-(?:bar|notice|law)|gdpr|consent|disclaimer|copyrights?|masthead|footer|modal|popup|(?:alert)?dialog|player-overlay',
)
export const CAPTION_PLACE = place(
  'captions?|caption-text|wp-caption|cutline',
  '(?:image|photo)-?(?:description|title)',
)
export const CREDIT_PLACE = place('credits?|photographer|(?:image|photo)-?(?:copyright|credits?|source)')
export const PULLED_PLACE = place('pull-?quotes?|pulled-?quotes?')
export const BYLINE_PLACE = place(
  'bylines?|authors?|writers?|contributors?|dates?|datetime|dateline|time-?stamps?|published|modified|updated|posted',
  '(?:post|entry|article)-?(?:info|meta)|meta|meta-info',
)
export const DECK_PLACE = place(
  'dek|deck|standfirst|sub-?titles?|sub-?head(?:line|ing)?s?|summary|lead|lede|intro|excerpt|abstract|alternative-headline',
)

export const HEADING_TAG = /^h[1-6]$/
/** Holds one line, not several. */
export const LINE_TAG = /^(?:p|h[1-6]|li|dd|dt|a|b|strong|em|i|span|font|small|u|tr|td)$/
export const FURNITURE_TAG = /^(?:nav|footer|aside|button|menu|dialog|label|legend|textarea)$/

/** Nothing but the label of an advertisement or a player. */
export const LABEL =
  /^(?:advert(?:isement|ising|s)?|ads?|sponsored(?: content)?|(?:story|article) continues below.*|continue reading(?: below)?|loading(?: content)?\W*|read more|media playback is unsupported on your device|this slideshow requires javascript\.?|publicidade?|publicidad|anuncio|pubblicità|publicité|anzeige|werbung|реклама|iklan)$/i
/** "Read more: ...", "[Related: ...", "Don't miss ..." */
export const READ_MORE =
  /^[[(•*>\s]*(?:read (?:more|also|next|the full)|also(?: read)?|see (?:also|more)|more(?: on| from)?|related(?: \w+){0,2}|watch(?: now)?|listen|recommended|in pictures)\s*[:>|–—-]|^(?:click here|don['’]?t miss)\b/i
/** At the start of a sentence, as an appeal is put. */
export const APPEAL =
  /(?:^|[.!?:…|]\s+|\bplease )(?:sign up (?:to|for|here|today)|subscribe\b|get (?:the latest|breaking news|\S+(?: \S+){0,3} delivered)|follow (?:us|him|her|them|me|@?\S+(?: \S+){0,2} on)\b|join (?:our|the conversation)|download (?:our|the) (?:free )?app|like us on|(?:have|got|know) a (?:news )?(?:tip|story)|(?:post|leave|add|write) (?:a|your) (?:comment|reply)|click here\b|support our (?:work|journalism|reporting|newsroom)|donate\b|listen (?:to (?:\S+ ){1,4})?(?:live|here)\b)|\bin(?:to)? your inbox\b|\buses cookies\b|\b(?:moderat\w+ (?:\w+ ){0,2}comments|comments (?:are|will be) (?:moderated|closed|reviewed))/i
export const COPYRIGHT =
  /^\W*(?:copyright\b.{0,30}(?:\d{4}|©|\(c\))|\(c\)|©)|all rights reserved|subject to copyright|\b(?:reproduc|republi|redistribut)\w{1,20} .{0,40}\bpermi(?:tted|ssion)/i
export const CREDIT =
  /^[([]?\s*(?:(?:file )?(?:photos?|images?|pictures?|pic|foto|credits?)(?: credits?| copyright| courtesy| by| via)?\s*[:|©]|(?:photo|image|picture)s?(?: illustration)? (?:by|courtesy|copyright)\b|getty images\b.{0,30}$|reuters\/|afp\/|ap photo)/i
/** A line of its own: "Via Orla Wire", "Source: Orla Wire" */
export const SOURCE_LINE = /^[([]?(?:via\s|(?:sources?|quellen?|fuentes?|fontes?|fonti|bron)\s*:)\s*[\p{Lu}\p{N}]/iu
/** Ends with a credit: "... in November. (Photo: A. Name)" */
export const CAPTION =
  /[([](?:©|(?:(?:file )?photo|image|picture|credit)s?(?: credit| courtesy)?(?: by|:|\/))[^()[\]]{2,80}[)\]]\.?$|\b(?:photos? (?:by|©|courtesy)|credit:)[^.]{2,60}$|\((?:AP|AFP|Reuters|EPA|Getty)[^()]{0,40}\)$/i
/** "(Reporting by A. Name in Town; editing by B. Name)", as wires end. */
export const SIGN_OFF = /^\(?(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)(?: and \w+)? by \p{Lu}/u
/** "By A. Name", "By A. Name and B. Name in Town" */
export const BYLINE = /^(?:[Bb]y|BY|(?:Story|Text|Words|Report) by|Von|Par|Por)\s+\p{Lu}[^!?]*[^.!?]$/u
export const DATE_LINE =
  /^(?:(?:first )?(?:published|posted|updated|last (?:updated|modified)|modified|created)\b.*(?:\d|ago$|today|yesterday)|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\w+\.? \d{1,2},? \d{4}|\d{1,2} \w+ \d{4})\b.{0,30}$)/i
/** The head of a list of other articles. */
export const LIST_HEAD =
  /^(?:you (?:may|might) (?:also )?(?:like|be interested).*|more(?: (?:great|top|from|on|news|stories).*|:)|related.*|trending.*|most (?:read|popular|viewed).*|recommended.*|latest(?: news| stories)?|popular|read (?:more|next).*|don['’]?t miss.*|also (?:read|see).*|(?:tags?|topics|keywords|filed under)\b(?:\s*:.*)?|comments?|explore (?:further|more)|highlights|share this.*|about the authors?|want more .*)$/i
/** "A. B. is a reporter for ..." */
export const AUTHOR =
  /^\S+(?: \S+){0,4} (?:is|has been) (?:an?|the|\S{1,60}['’]s)\b.{0,80}\b(?:reporter|editor|writer|correspondent|author|journalist|columnist|curator|producer|contributor|blogger|freelance\w*)\b/i
/** "Follow her on ...", "Contact him at ..." */
export const CONTACT = /\b(?:follow|contact|reach(?:ed)?|e-?mail)\b.{0,60}(?:@|twitter)/i

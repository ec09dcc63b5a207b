// The draft of an event in its sentence -> whether it happened, or was denied, is possible, planned, demanded or only supposed.

import type { EventMention, Sentence, Token } from '../../types.ts'
import { tokenFrom } from '../spans.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { governed } from './governing.ts'

type Status = EventMention['status']

/** The words around it decide if they say something; otherwise the model does, if any word of the sentence allows for its opinion. */
export function statusOf({ trigger, status }: EventDraft, sentence: Sentence | undefined): Status {
  if (!sentence) return status
  const { tokens } = sentence
  const from = tokenFrom(tokens, trigger[0])
  let to = from
  while (to < tokens.length && tokens[to].span[0] < trigger[1]) to++
  const said = from < to ? governed(tokens, from, to) : null
  if (said !== null) return said === 'fact' ? 'actual' : said
  return status === 'actual' || !allows(status, tokens) ? 'actual' : status
}

const allows = (status: Exclude<Status, 'actual'>, tokens: readonly Token[]): boolean =>
  // "in May" and "Will Adams" allow for nothing.
  tokens.some(({ text, pos }) => pos !== 'PROPN' && ALLOWS[status].test(text))

const ALLOWS: Readonly<Record<Exclude<Status, 'actual'>, RegExp>> = {
  hypothetical:
    /^(?:if|unless|would|could|should|might|may|any|whether|provided|assuming|suppose[sd]?|otherwise|prevent\w*|avoid\w*)$/i,
  possible:
    /^(?:may|might|could|can|possib\w+|perhaps|suspicions?|fear\w*|belie\w+|think\w*|thought|unclear|unknown|whether|if|likely|probab\w+|apparent\w*|seem\w*|appear\w*|rumou?r\w*|doubt\w*|suggest\w*|hop\w+|risk\w*|potential\w*|threat\w*|would|presum\w+|expect\w*|chance|danger)$/i,
  planned:
    /^(?:will|would|shall|'ll|’ll|wo|to|plan\w*|intend\w*|intent\w*|going|prepar\w+|ready|schedul\w+|due|set|agree\w*|deci\w+|vow\w*|promis\w+|pledg\w+|threat\w*|aim\w*|seek\w*|hop\w+|want\w*|next|tomorrow|upcoming|coming|future|propos\w+|offer\w*|plot\w*|await\w*|imminent)$/i,
  demanded:
    /^(?:demand\w*|urg\w+|call\w*|appeal\w*|ask\w*|request\w*|order\w*|insist\w*|press\w*|requir\w+|must|should|needs?|ought|wants?|wanted|seek\w*|let|ultimatum|plea\w*|beg\w*|push\w*|warn\w*)$/i,
  denied:
    /^(?:not|n't|n’t|no|none|nobody|nothing|never|neither|nor|den(?:y|ie[sd]|ying|ials?)|reject\w*|refus\w+|fail\w*|without|dismiss\w*|refut\w+|unable|prevent\w*|avoid\w*|false|hardly|yet|rul\w+)$/i,
}

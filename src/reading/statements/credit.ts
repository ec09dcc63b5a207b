// The label of a source -> whether it is the credit of a photo, which stands in the text: whoever took a picture has said nothing.

/** "REUTERS/Ana Ruiz", "AP Photo"; not "the Reuters news agency" */
const CREDIT =
  /^\p{Lu}[\p{L} ]{1,20}\/\s?\p{Lu}|^(?:AP|AFP|EPA|Reuters|REUTERS|Getty)\b.*\b(?:[Pp]hotos?|[Ii]mages?)\b|^(?:[Pp]hotos?|[Ii]mages?|[Pp]ictures?) by\b/u

export const isCredit = (label: string): boolean => CREDIT.test(label)

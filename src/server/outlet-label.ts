// An article -> what its outlet is called on the pages: by name; where the text tells none, by where it came from.

/** "(08-shirqat-saved-pages.txt)" tells that this is a file's name and no outlet's. */
export function outletLabel({ outlet, origin }: { outlet: string | null; origin: string }): string {
  return outlet ?? `(${fileName(origin)})`
}

const fileName = (origin: string): string => origin.split(/[/\\]/).filter(Boolean).at(-1) ?? origin

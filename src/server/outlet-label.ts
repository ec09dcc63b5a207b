// An article -> the label of its outlet on the pages: its name, or the name of the file if the outlet is not known.

/** "(08-shirqat-saved-pages.txt)" shows that this is the name of a file and not of an outlet. */
export function outletLabel({ outlet, origin }: { outlet: string | null; origin: string }): string {
  return outlet ?? `(${fileName(origin)})`
}

const fileName = (origin: string): string => origin.split(/[/\\]/).filter(Boolean).at(-1) ?? origin

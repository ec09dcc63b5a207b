// What of an article is shown: it stays so from one article to the next, and when one is shown anew.

export const layers = $state({ statements: true, events: true, places: true, details: false, furniture: true })

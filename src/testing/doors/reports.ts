// A few short invented reports, with what readers and reconcilers look for: two tell of one event.

export const REPORTS: readonly { title: string; published: string; text: string }[] = [
  {
    title: 'Three killed in Qarn market',
    published: '2026-03-12',
    text: 'QARN, March 12 (Qarn Wire) - Gunmen killed three people at a market in Aleppo on Wednesday, police said. “It was the Dren Brigade,” Mayor Ana Ruiz told reporters. The Dren Brigade denied that it had attacked the market.',
  },
  {
    title: 'Market attack leaves four dead',
    published: '2026-03-13',
    text: 'At least four civilians were killed when armed men attacked a market in Aleppo on 11 March 2026, according to a witness. Police chief Omar Haddad said that two suspects had been arrested.',
  },
  {
    title: 'Protest in Damascus',
    published: '2026-03-14',
    text: 'Hundreds of people protested in Damascus on Friday against the arrests. The interior ministry, citing the governor, said nobody was hurt.',
  },
]

// Words that most reports of violence have: that two of them share one says little.

import { wordNumbers } from '../words.ts'

export const COMMON: ReadonlySet<number> = new Set(
  wordNumbers(
    `kill killed attack attacks force forces group government city town village area province district region state country capital
   terrorist rebel rebels civilian army military police policeman soldier soldiers troops security fighter fighters militant militants
   militia gunman gunmen armed insurgent insurgents injured wounded wound hurt dead death deaths died dies bomb bombs bombing bomber
   explosion exploded explosive blast strike strikes air airstrike raid shelling shell rocket weapon weapons shot shooting shoot fire
   fired gunfire war fight fighting battle clash clashes conflict violence hit target targeted destroyed damage damaged launch launched
   claim claimed held hold control seize seized capture captured operation offensive opposition minister ministry president leader
   chief commander general member members spokesman local residents resident witnesses national international foreign right rights
   human near north south east west northern southern eastern western central border early late night last first second new old year
   since while left led call called accuse accused blame blamed carry carried cause caused follow following include including among
   part number dozen dozens hundred hundreds thousand thousands toll victims man men woman women children child boy girl arrest arrested
   detain detained court protest protesters vehicle car bus road house home hospital school market building street base post`,
  ),
)

// Who takes people away, and the people whom they take: "gunmen seized 23 pupils" is an abduction, "police seized 23 suspects" is none.

export const CAPTORS =
  /\b(?:(?:armed|masked|hooded) (?:men|gang|group|youths?)|gun(?:men|man)|fighters|militants?|militia(?:men)?|insurgents?|rebels?|bandits?|jihadists?|extremists?|kidnappers?|abductors?|assailants?|attackers?|pirates?)\b/i

export const TAKEN_PEOPLE =
  /\b(?:people|men|women|boys?|girls?|child(?:ren)?|schoolchildren|pupils?|students?|teachers?|villagers?|residents?|workers?|passengers?|travellers?|travelers?|farmers?|nurses?|doctors?|priests?|nuns?|tourists?|journalists?|sailors?|engineers?|drivers?)\b/i

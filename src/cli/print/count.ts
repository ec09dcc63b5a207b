// A number and a noun -> "1 document", "2 documents".

export const count = (n: number, noun: string, plural = `${noun}s`): string => `${n} ${n === 1 ? noun : plural}`

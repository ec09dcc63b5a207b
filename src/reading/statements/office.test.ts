import { expect, it } from 'vitest'
import { officeOf } from './office.ts'

it.each<[phrases: string[], name: string, office: string | undefined, why: string]>([
  [['the provincial police chief, Ana Ruiz'], 'Ana Ruiz', 'the provincial police chief', 'before the name'],
  [['Ana Ruiz, a teacher'], 'Ana Ruiz', 'a teacher', 'behind the name'],
  [['Gen. Ruiz', 'Ruiz (head of the army)'], 'Ana Ruiz', 'head of the army', 'of several the longest'],
  [['President Ruiz'], 'Ana Ruiz', 'President', 'a title'],
  [['Ana Ruiz'], 'Ana Ruiz', undefined, 'a name alone'],
  [['she', 'the teacher'], 'Ana Ruiz', undefined, 'without the name it may be anybody’s'],
  [["Ana Ruiz's brother"], 'Ana Ruiz', undefined, 'somebody else'],
])('%j of %s: %s (%s)', (phrases, name, office) => expect(officeOf(phrases, name)).toBe(office))

import type { Field, Row } from '../records/description'

/** Whole years from a day of birth to another day, as ages are counted; nothing for a day that is masked or missing. */
export function ageOn(born: unknown, day: string): number | undefined {
  if (typeof born !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(born)) return undefined
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

/** The hardships that a person has, in the order of the register. */
export const hardshipsOf = (fields: Field[], row: Row): Field[] =>
  fields.filter((field) => field.name.startsWith('hardship_') && row[field.name] === true)

/** Whether some of what this person needs is there but not shown to this reader: then nothing can be said of there being none. */
export const hidesNeeds = (fields: Field[], row: Row): boolean =>
  fields.some(
    (field) => field.masked && (field.name === 'care_grade' || field.name.startsWith('hardship_')) && row[field.name] !== undefined,
  )

/** What a child has been given, and what somebody old has, of the yes-or-no facts. */
const k_given = ['family_doctor', 'health_record', 'insured_accident']
export const givenOf = (fields: Field[], row: Row): Field[] =>
  fields.filter((field) => (k_given.includes(field.name) || field.name.startsWith('child_health_')) && row[field.name] === true)

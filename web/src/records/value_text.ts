import { dayText, instantText, periodText } from '../look/date'
import { moneyText } from '../look/money'
import { numberText } from '../look/number'
import { labelIn, type Field, type Names } from './description'

/** The words that a value needs besides its own. */
export interface ValueWords {
  language: string
  yes: string
  no: string
  comma: string
}

/** The title of what a field names by id or code; the id itself where the answer brought none. */
export function nameIn(names: Names, field: Field, id: string): string {
  const record = field.kind === 'region' ? 'region' : (field.references ?? field.name)
  return names[record]?.[id] ?? names[field.name]?.[id] ?? id
}

function oneText(field: Field, value: unknown, names: Names, words: ValueWords): string {
  switch (field.kind) {
    case 'money':
      return moneyText(value as number)
    case 'whole':
    case 'decimal':
    case 'measure':
    case 'minutes':
      return numberText(value as number | string)
    case 'day':
      return dayText(String(value))
    case 'instant':
      return instantText(String(value))
    case 'period':
      return periodText(String(value), words.language)
    case 'yes_no':
      return value === true ? words.yes : value === false ? words.no : ''
    case 'choice': {
      const choice = field.choices?.find((one) => one.value === value)
      return choice ? labelIn(words.language, choice) : String(value)
    }
    case 'region':
    case 'reference':
      return nameIn(names, field, String(value))
    default:
      return typeof value === 'object'
        ? Object.values(value as object)
            .filter((part) => typeof part !== 'object')
            .join(' ')
        : String(value)
  }
}

/** A value as a person reads it, without its unit; what is not there is "". */
export function valueText(field: Field, value: unknown, names: Names, words: ValueWords): string {
  if (value === undefined || value === null || value === '') return ''
  // A masked value is text whatever its kind, and is shown as it came.
  if (field.masked && typeof value === 'string') return value
  const values = Array.isArray(value) ? value : [value]
  return values.map((one) => oneText(field, one, names, words)).join(words.comma)
}

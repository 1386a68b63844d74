import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { unitText } from '../look/unit'
import { labelIn, type Field, type Labelled, type Names } from './description'
import { valueText, type ValueWords } from './value_text'
import './words'

/** What descriptions and rows say in the reader's language. */
export function useLanguage(): {
  language: ComputedRef<string>
  label: (one: Labelled & { kind?: string; name?: string }) => string
  /** The unit beside a value; money carries its sign instead. */
  unit: (field: Field) => string
  text: (field: Field, value: unknown, names?: Names) => string
} {
  const { t, locale } = useI18n()
  const language = computed(() => locale.value)
  const words = computed<ValueWords>(() => ({ language: locale.value, yes: t('records.yes'), no: t('records.no'), comma: t('word.comma') }))
  return {
    language,
    // The record's own place is kept as a code and shown by name: on the screen it is not called a code.
    label: (one) => (one.kind === 'region' && one.name === 'region' ? t('word.region') : labelIn(locale.value, one)),
    unit: (field) => (field.kind === 'money' ? '' : unitText(field.unit, locale.value)),
    text: (field, value, names = {}) => valueText(field, value, names, words.value),
  }
}

import { useI18n } from 'vue-i18n'
import type { Decimal, Target } from '../api/types'
import { gapWords } from './target_text'

/** The gap in words of the reader's language. */
export function useGap(): (gap: Decimal | undefined, target: Pick<Target, 'comparator'> | undefined, decimals?: number) => string {
  const { t } = useI18n()
  return (gap, target, decimals) => gapWords(gap, target, (kind, n) => t(`indicators.gap.${kind}`, { n }), decimals)
}

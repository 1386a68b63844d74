// Only what can be said in one or two words; any other unit is shown as the plan writes it.
const english: Record<string, string> = {
  张: 'beds',
  个: '',
  家: '',
  所: '',
  人: 'people',
  名: 'people',
  户: 'households',
  次: 'times',
  年: 'years',
  月: 'months',
  天: 'days',
  元: 'yuan',
  万元: '10k yuan',
  亿元: '100m yuan',
  万人: '10k people',
  平方米: 'm²',
}

/** A unit in the reader's language; Chinese units are the plan's own. */
export function unitText(unit: string | undefined, language: string): string {
  if (!unit) return ''
  return language === 'en' ? (english[unit] ?? unit) : unit
}

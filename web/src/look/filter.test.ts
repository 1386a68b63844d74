import { expect, it } from 'vitest'
import { distinct, grouped, matches, ownFirst } from './filter'

it('finds a row by every word, in whatever column it stands', () => {
  expect(matches('民政 托育', '3. 扶持普惠托育', ['市民政局', '市卫生健康委'])).toBe(true)
  expect(matches('民政 体育', '3. 扶持普惠托育', ['市民政局'])).toBe(false)
})
it('does not care for case or full width', () => expect(matches('ＢＥＤ', 'beds')).toBe(true))
it('finds what offices call by another word, and a Chinese word by its parts', () => {
  expect(matches('建设补助', '养老机构建设补贴')).toBe(true)
  expect(matches('床位补贴', '对新增床位给予一次性奖补')).toBe(true)
  expect(matches('床位补贴', '对新增床位免收费用')).toBe(false)
  expect(matches('敬老院', '公办养老机构')).toBe(true)
})
it('an empty search finds everything', () => expect(matches('  ', 'x')).toBe(true))
it('lists the values of a column once, in their order', () =>
  expect(distinct([{ a: ['乙', '甲'] }, { a: ['甲', '丙'] }], (row) => row.a)).toEqual(['乙', '甲', '丙']))
it('keeps rows under their heading in order', () =>
  expect(
    grouped(
      [
        { t: '用地', n: 1 },
        { t: '建设', n: 2 },
        { t: '用地', n: 3 },
      ],
      (row) => row.t,
    ),
  ).toEqual([
    {
      heading: '用地',
      rows: [
        { t: '用地', n: 1 },
        { t: '用地', n: 3 },
      ],
    },
    { heading: '建设', rows: [{ t: '建设', n: 2 }] },
  ]))
it('puts the rows of the plan itself before those of the layers above', () =>
  expect(
    ownFirst(
      [
        { layer: 'national', n: 1 },
        { layer: 'karamay', n: 2 },
        { layer: 'national', n: 3 },
        { layer: 'karamay', n: 4 },
      ],
      'karamay',
    ).map((row) => row.n),
  ).toEqual([2, 4, 1, 3]))

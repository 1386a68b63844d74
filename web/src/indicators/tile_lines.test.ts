import { expect, it } from 'vitest'
import { linesOf } from './tile_lines'

it.each([
  ['独山子区', ['独山子区']],
  ['融水苗族自治县', ['融水苗族', '自治县']],
  ['三江侗族自治县', ['三江侗族', '自治县']],
  ['金水河镇人民政府驻地', ['金水河镇人', '民政府驻地']],
  ['阳和工业新区(北部生态新区)', ['阳和工业新区']],
  ['某某经济技术开发区管理委员会', ['某某经济技', '术开发区管', '理委员会']],
])('writes %s on a tile as %j', (name, lines) => expect(linesOf(name)).toEqual(lines))
it('never writes a line longer than the tile', () =>
  expect(linesOf('某某经济技术开发区管理委员会直属社区办公室').every((line) => line.length <= 6)).toBe(true))

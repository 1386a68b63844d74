// Planning's questions through HTTP with keep-alive, on a made-up city: tiles, who is reached, trying a place out. Prints one line for each question.
//   node bench/planning/through_the_door.mjs [people]     150,000 people with the places of Liuzhou's plan unless told; DATA=DIR takes the city of an earlier run with KEEP=DIR
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { at, run, serve, visitor } from '../served.mjs'

const k_region = '450200000000'
const [k_name, k_password] = ['planner', 'laoyou-bench-2026']
const k_limits_ms = { tile: 5, reach: 1000, try: 100 }
const people = Number(process.argv[2] ?? 150_000)
const made = process.env.DATA ? undefined : (process.env.KEEP ?? mkdtempSync(join(tmpdir(), 'laoyou-city-')))
const directory = process.env.DATA ?? made

let planner
/** One request of the planner's; with a body it is sent. */
const ask = (path, body) => planner.ask(body ? 'POST' : 'GET', path, body)

function say(what, times, limit_ms, more = {}) {
  console.log(JSON.stringify({ what, asked: times.length, p50_ms: at(times, 0.5), p95_ms: at(times, 0.95), of_limit: +(at(times, 0.95) / limit_ms).toFixed(2), ...more }))
}

const column = (longitude, zoom) => Math.floor(((longitude + 180) / 360) * 2 ** zoom)
const row = (latitude, zoom) => Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * 2 ** zoom)
/** Tiles of the city at each zoom, at most so many of one. */
function tilesOf(map, zoom, most) {
  const all = []
  for (let x = column(map.west, zoom); x <= column(map.east, zoom); x++) for (let y = row(map.north, zoom); y <= row(map.south, zoom); y++) all.push(`${zoom}/${x}/${y}`)
  const step = Math.max(1, Math.floor(all.length / most))
  return all.filter((_, place) => place % step === 0)
}

/** What any request costs on this machine now: what is above it is planning's own. */
async function measure_door() {
  const times = []
  for (let turn = 0; turn < 200; turn++) times.push((await ask('/api/accounts/me')).ms)
  say('a request that asks nothing of planning', times, k_limits_ms.tile)
}

async function measure_tiles(setting) {
  for (const layer of ['', '/people', '/places']) {
    const [times, bytes] = [[], []]
    await ask(`/api/planning/tiles/${tilesOf(setting.streets, 10, 1)[0]}${layer}?region=${k_region}`) // what the first needs is made ready
    for (let zoom = 9; zoom <= 17; zoom++)
      for (const tile of tilesOf(setting.streets, zoom, 60)) {
        const answer = await ask(`/api/planning/tiles/${tile}${layer}?region=${k_region}`)
        times.push(answer.ms)
        bytes.push(answer.bytes.length)
      }
    say(`tile${layer}`, times, k_limits_ms.tile, { largest_bytes: Math.max(...bytes) })
  }
}

/** Each kind first with nothing kept, then again; the limit holds for the first. */
async function measure_reach(kinds) {
  const [first, again] = [[], []]
  for (const kind of kinds)
    for (const way of ['walk', 'elder'])
      for (const limit of ['minutes=15', 'minutes=10', 'metres=300'])
        for (const times of [first, again]) times.push((await ask(`/api/planning/reach?region=${k_region}&kind=${kind.kind}&way=${way}&${limit}`)).ms)
  say('who is reached, first time', first, k_limits_ms.reach, { worst_ms: at(first, 1) })
  say('who is reached, again', again, k_limits_ms.reach)
}

async function measure_try(kind, setting) {
  const places = JSON.parse((await ask(`/api/planning/places?region=${k_region}&kind=${kind.kind}`)).bytes).rows.filter((place) => place.longitude)
  const { west, east, south, north } = setting.streets
  const times = []
  for (let turn = 0; turn < 60; turn++) {
    const share = (turn * 0.37) % 1
    const changes = [
      { what: 'put', name: '新点', longitude: west + (east - west) * (0.2 + 0.6 * share), latitude: south + (north - south) * (0.2 + 0.6 * ((share * 7) % 1)), capacity: 60 },
      { what: 'close', place: places[turn % places.length].id },
    ]
    times.push((await ask('/api/planning/try', { region: k_region, kind: kind.kind, way: 'walk', minutes: 15, changes })).ms)
  }
  say(`trying two changes out (${kind.kind}, ${places.length} places)`, times.slice(1), k_limits_ms.try, { first_ms: at(times.slice(0, 1), 0) })
}

if (made) await run(['synth', '--plan', 'plans/liuzhou', '--people', String(people), '--seed', '1', '--map', '--data', directory])
if (made) await run(['account', 'create', '--name', k_name, '--display-name', k_name, '--role', 'official', '--region', k_region, '--data', directory, '--plan', 'plans'], k_password + '\n')
const server = await serve(['--data', directory], join(tmpdir(), 'laoyou-planning-bench.log'))
try {
  planner = await visitor(server.base, k_name, k_password)
  const setting = JSON.parse((await ask(`/api/planning/setting?region=${k_region}`)).bytes)
  const kinds = setting.place_kinds.filter((kind) => kind.placed > 0)
  console.log(
    JSON.stringify({
      people: setting.people_placed, places: kinds.reduce((sum, kind) => sum + kind.placed, 0), junctions: setting.streets.junctions, addresses: setting.streets.addresses,
    }),
  )
  await measure_door()
  await measure_tiles(setting)
  await measure_reach(kinds)
  const largest = kinds.filter((kind) => kind.unit !== 'none').sort((a, b) => b.placed - a.placed)[0]
  await measure_try(largest, setting)
} finally {
  await server.end()
  if (made && !process.env.KEEP) rmSync(made, { recursive: true, force: true })
}

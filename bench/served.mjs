// The real program over a folder or database of its own, asked through HTTP with keep-alive: what the measures through the door have in common.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import http from 'node:http'

const program = process.env.LAOYOU_PROGRAM ?? 'build/laoyou'

/** Runs one command to its end; `typed` is what somebody would type. */
export const run = (words, typed = '') =>
  new Promise((resolve, reject) => {
    const started = spawn(program, words, { stdio: ['pipe', 'ignore', 'inherit'] })
    started.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(words.join(' ')))))
    started.stdin.end(typed)
  })

/** A server that answers at `base`; `end()` waits until it is gone. */
export const serve = (store, log, plans = 'plans') =>
  new Promise((resolve, reject) => {
    const server = spawn(program, ['serve', ...store, '--plan', plans, '--port', '0', '--log', log], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = new Promise((ended) => server.on('exit', ended))
    gone.then(() => reject(new Error('the program does not start')))
    server.stdout.on('data', (text) => {
      const base = /http:\/\/[0-9.:]+/.exec(String(text))?.[0]
      if (base) resolve({ base, pid: server.pid, end: () => (server.kill('SIGTERM'), gone) })
    })
  })

export const resident_mib = (pid) => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024)

/**
 * Somebody signed in, on one connection. `send` gives milliseconds from the first byte sent to the last received, and the answer's bytes; `ask` sends a
 * body as JSON.
 */
export async function visitor(base, name, password) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  let headers = {}
  const send = (method, path, type, text) =>
    new Promise((resolve, reject) => {
      const begun = performance.now()
      const typed = text ? { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) } : {}
      const sent = http.request(base + path, { agent, method, headers: { ...headers, ...typed } }, (answer) => {
        const parts = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () => {
          const [ms, bytes] = [performance.now() - begun, Buffer.concat(parts)]
          if (answer.statusCode >= 300) return reject(new Error(`${method} ${path}: ${answer.statusCode} ${bytes.toString().slice(0, 400)}`))
          resolve({ ms, bytes, headers: answer.headers })
        })
      })
      sent.on('error', reject)
      sent.end(text)
    })
  const ask = (method, path, body) => send(method, path, 'application/json', body && JSON.stringify(body))
  const signed = await ask('POST', '/api/accounts/sign-in', { name, password })
  headers = { cookie: signed.headers['set-cookie'][0].split(';')[0], 'X-CSRF-Token': JSON.parse(signed.bytes).csrf_token }
  return { send, ask, json: async (method, path, body) => JSON.parse((await ask(method, path, body)).bytes) }
}

/** The value below which this share of them lies, to a tenth. */
export const at = (times, share) => +[...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1)

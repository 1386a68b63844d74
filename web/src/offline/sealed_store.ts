/**
 * Small things kept on this device, sealed: what is typed about people where there is no network. The key cannot be read out of the browser, so
 * that a copy of its files opens nothing. Where the browser has no such store (no HTTPS), open() answers nothing and the caller says so.
 */
export interface SealedStore {
  put: (key: string, value: unknown) => Promise<void>
  remove: (key: string) => Promise<void>
  /** Everything whose key begins so, by key; what cannot be opened any more is left out. */
  all: (prefix: string) => Promise<Map<string, unknown>>
}

const k_database = 'laoyou'
const k_values = 'sealed'
const k_keys = 'keys'

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('storage'))
  })

async function database(): Promise<IDBDatabase> {
  const opening = indexedDB.open(k_database, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(k_values)
    opening.result.createObjectStore(k_keys)
  }
  return done(opening)
}

async function keyIn(base: IDBDatabase): Promise<CryptoKey> {
  const known = (await done(base.transaction(k_keys).objectStore(k_keys).get('device'))) as CryptoKey | undefined
  if (known) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const store = base.transaction(k_keys, 'readwrite').objectStore(k_keys)
  // Another page may have been quicker: the first key stays.
  const there = (await done(store.get('device'))) as CryptoKey | undefined
  if (there) return there
  await done(store.put(made, 'device'))
  return made
}

interface Sealed {
  nonce: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

/** Nothing where this browser cannot keep things sealed. */
export async function openSealedStore(): Promise<SealedStore | undefined> {
  if (typeof indexedDB === 'undefined' || !globalThis.crypto?.subtle) return undefined
  const base = await database()
  const key = await keyIn(base)
  const values = (mode: IDBTransactionMode) => base.transaction(k_values, mode).objectStore(k_values)

  async function opened(sealed: Sealed): Promise<unknown> {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.nonce }, key, sealed.bytes)
    return JSON.parse(new TextDecoder().decode(plain))
  }
  return {
    async put(name, value) {
      const nonce = crypto.getRandomValues(new Uint8Array(12))
      const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, new TextEncoder().encode(JSON.stringify(value)))
      await done(values('readwrite').put({ nonce, bytes } satisfies Sealed, name))
    },
    async remove(name) {
      await done(values('readwrite').delete(name))
    },
    async all(prefix) {
      const range = IDBKeyRange.bound(prefix, prefix + '\uffff')
      const names = await done(values('readonly').getAllKeys(range))
      const found = new Map<string, unknown>()
      for (const name of names) {
        const sealed = (await done(values('readonly').get(name))) as Sealed | undefined
        const value = sealed && (await opened(sealed).catch(() => undefined))
        if (value !== undefined) found.set(String(name), value)
      }
      return found
    },
  }
}

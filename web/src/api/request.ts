import type { Paths } from './paths'

/**
 * What a request to each address of the server must carry and what it is answered, as the server's own API document has it. A wrong address, a
 * wrong name in its query, a field that its body lacks or an answer taken for another do not pass the type check.
 */
export type Address = keyof Paths
export type Method = 'get' | 'post' | 'put' | 'delete'

/** The addresses that take the method and answer with a record; a file or a stream is only ever pointed at. */
export type Answering<M extends Method> = { [A in Address]: Paths[A] extends Record<M, { answer: unknown }> ? A : never }[Address]

type Operation<M extends Method, A extends Address> = Paths[A] extends Record<M, infer Taken> ? Taken : never
type Part<Name extends string, Taken> = Taken extends { [name in Name]?: infer Value } ? NonNullable<Value> : never

export type QueryOf<M extends Method, A extends Address> = Part<'query', Operation<M, A>>
export type BodyOf<M extends Method, A extends Address> = Part<'body', Operation<M, A>>
export type AnswerOf<M extends Method, A extends Address> = Operation<M, A> extends { answer: infer Answer } ? Answer : never

/** The names that stand in braces in an address. */
type NamesIn<A extends string> = A extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type PathOf<A extends string> = [NamesIn<A>] extends [never] ? unknown : { path: Record<NamesIn<A>, string | number> }

/** As Omit, but an error shows it as it is. */
type Without<Name, Taken> = { [name in keyof Taken as Exclude<name, Name>]: Taken[name] }

/** What a request carries: `path`, `query`, `body` or `file`, as its address and method take them. */
type Carried<M extends Method, A extends Address> = PathOf<A> & Without<'answer', Operation<M, A>>
/** The same for an address that is pointed at, whatever the method. */
type Pointed<A extends Address> = PathOf<A> & { [M in keyof Paths[A]]: Pick<Paths[A][M], keyof Paths[A][M] & 'query'> }[keyof Paths[A]]

type Given<Asked> = {} extends Asked ? [asked?: Asked] : [asked: Asked]
/** What follows an address in a call; it may be left out where nothing in it is required. */
export type Asked<M extends Method, A extends Address> = A extends unknown ? Given<Carried<M, A> & { signal?: AbortSignal }> : never
export type Pointing<A extends Address> = A extends unknown ? Given<Pointed<A>> : never

function withQuery(address: string, query: object = {}): string {
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parts.set(name, String(value))
  }
  const text = parts.toString()
  return text ? `${address}?${text}` : address
}

/** An address as it is sent: its names in braces filled in, its query behind it. */
export function filledIn(address: string, { path = {}, query }: { path?: Record<string, string | number>; query?: object } = {}): string {
  return withQuery(
    address.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name])),
    query,
  )
}

/** Where a file lies, for a link or a picture. */
export const addressOf = <A extends Address>(address: A, ...[asked]: Pointing<A>): string => filledIn(address, asked as object)

/** The address of tiles; the braces stay for the map to fill. */
export const tilesAt = <A extends Address & `${string}{z}/{x}/{y}${string}`>(address: A, query: QueryOf<'get', A>): string =>
  withQuery(address, query as object)

import type { Problem, ProblemItem } from './types'

/** What went wrong with a call, in the shape every screen knows how to show. */
export class CallError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly items: ProblemItem[] = [],
    readonly requestId?: string,
    /** The record as it is now, where somebody else changed it first ("record.changed"). */
    readonly current?: Record<string, unknown>,
  ) {
    super(detail || code)
    this.name = 'CallError'
  }

  /** The caller is signed in but may not see or do this; a plan that lies outside the caller's region is one of these cases. */
  get noRight(): boolean {
    return this.status === 403 || this.code === 'plan.region_outside'
  }
  /** What the address names is not there: asking again cannot help. An address written wrongly is one of these cases. */
  get notFound(): boolean {
    return this.status === 404 || this.status === 400
  }

  /** Whether the refusal carries this code, as a whole or at one of its places. */
  has(code: string): boolean {
    return this.code === code || this.items.some((item) => item.code === code)
  }

  /** The message for one field of a form, if the server named it. */
  of(place: string): string | undefined {
    return this.items.find((item) => item.place === place || item.place.endsWith('.' + place) || item.place === '/' + place)?.message
  }
}

/** Turns an answer that is not 2xx into a CallError, whatever its body is. */
export async function errorOf(answer: Response): Promise<CallError> {
  let problem: Partial<Problem> & { current?: Record<string, unknown> } = {}
  try {
    problem = (await answer.json()) as typeof problem
  } catch {
    // a proxy's page or an empty body: the status alone must do
  }
  const code = problem.code ?? `http.${answer.status}`
  const detail = problem.detail ?? problem.title ?? ''
  return new CallError(answer.status, code, detail, problem.errors ?? [], problem.request_id, problem.current)
}

export function asCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown
  return new CallError(0, 'network', thrown instanceof Error ? thrown.message : '')
}

import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { queryClient } from '../api/query_client'
import { useChanges } from '../shell/changes'
import { hasEnded, jobs } from './calls'

/** The server says when a job has come further; asking now and then helps where its word does not arrive. */
const k_ask_again_ms = 3000

/** One job, as it goes on. */
export function useJob(id: MaybeRefOrGetter<string>) {
  const query = useQuery(
    {
      queryKey: computed(() => ['job', toValue(id)]),
      queryFn: ({ signal }) => jobs.one(toValue(id), signal),
      enabled: computed(() => !!toValue(id)),
      refetchInterval: (asked) => (asked.state.data && hasEnded(asked.state.data) ? false : k_ask_again_ms),
    },
    queryClient,
  )
  useChanges(['job_changed'], (about) => {
    if (!about.id || about.id === toValue(id)) void query.refetch()
  })
  return query
}

/** A page of jobs, newest first. */
export function useJobs(all: MaybeRefOrGetter<boolean>, before: MaybeRefOrGetter<string>) {
  const query = useQuery(
    {
      queryKey: computed(() => ['jobs', toValue(all), toValue(before)]),
      queryFn: async ({ signal }) => (await jobs.list(toValue(all), toValue(before) || undefined, signal)).rows,
      placeholderData: keepPreviousData,
      refetchInterval: (asked) => (asked.state.data?.some((job) => !hasEnded(job)) ? k_ask_again_ms : false),
    },
    queryClient,
  )
  useChanges(['job_changed'], () => void query.refetch())
  return query
}

/** What is known of jobs is old. */
export const jobsMadeOld = (): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'job' || queryKey[0] === 'jobs' })

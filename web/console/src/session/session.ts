// Who is signed in. The cookie is the browser's; what is kept here is the answer about it.

import { Http, ProblemError, type Session } from "@baton/protocol"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

export const http = new Http({ fetch: (address, init) => window.fetch(address, init) })

const SESSION = "/api/v1/session"
const KEY = ["session"]

/** The session; `null` when nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      try {
        return begin(await http.get<Session>(SESSION, signal))
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status === 401) return null
        throw error
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (entered: { email: string; password: string }) => http.ask<Session>("POST", SESSION, entered),
    onSuccess: session => queries.setQueryData(KEY, begin(session)),
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.ask("DELETE", SESSION),
    // Gone or not, this browser forgets what it has seen.
    onSettled: () => {
      // The session's own entry stays: the page watches it.
      queries.setQueryData(KEY, null)
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] })
    },
  })
}

function begin(session: Session): Session {
  http.csrf = session.csrf
  return session
}

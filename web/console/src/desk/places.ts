// Where one is, kept in the address (`#/demo/cnv_12`, `#/demo/board`), so that a reload or the browser's back
// button finds it; and how to go elsewhere.

import { useNavigate, useParams } from "@tanstack/react-router"
import { useCallback } from "react"

/** The conversation in the address, if the desk shows one. */
export function useSelected(): string | undefined {
  const { conversation } = useParams({ strict: false })
  return conversation?.startsWith("cnv_") ? conversation : undefined
}

/** Opens a conversation at the desk; none, the desk alone. */
export function useSelect(): (conversation: string | undefined) => void {
  const navigate = useNavigate()
  const { workspace } = useParams({ strict: false })
  return useCallback(
    conversation => {
      if (!workspace) return
      void navigate(
        conversation
          ? { to: "/$workspace/$conversation", params: { workspace, conversation } }
          : { to: "/$workspace", params: { workspace } },
      )
    },
    [navigate, workspace],
  )
}

/** Opens a page of the workspace, `board` or `admin/people`. */
export function useGoTo(): (page: string) => void {
  const navigate = useNavigate()
  const { workspace } = useParams({ strict: false })
  return useCallback(
    page => {
      if (workspace) void navigate({ to: `/${workspace}/${page}` })
    },
    [navigate, workspace],
  )
}

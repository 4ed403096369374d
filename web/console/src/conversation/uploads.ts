// Files on their way to a conversation, with progress; those that arrived go with the next message.

import { ProblemError, platform, readAnswer, type Uploaded, unreachable, uuidv7 } from "@baton/protocol"
import { useCallback, useState } from "react"
import { useDeskContext } from "../desk/desk-context.tsx"
import { errorInWords } from "../server-words/problems.ts"
import { http } from "../session/session.ts"

export interface Upload {
  key: string
  name: string
  bytes: number
  /** Of a picture: it as it lies on this computer. */
  preview?: string
  /** 0 to 1. */
  progress: number
  arrived?: Uploaded
  failed?: string
  cancel: () => void
}

export function useUploads(conversation: string) {
  const { base } = useDeskContext()
  const [uploads, setUploads] = useState<readonly Upload[]>([])

  const add = useCallback(
    (files: Iterable<File>) => {
      const amend = (key: string, change: Partial<Upload>) =>
        setUploads(before => before.map(one => (one.key === key ? { ...one, ...change } : one)))
      for (const file of files) {
        const key = uuidv7(platform)
        const request = send(`${base}/conversations/${conversation}/files`, file, progress =>
          amend(key, { progress }),
        )
        request.done.then(
          arrived => amend(key, { arrived, progress: 1 }),
          (error: unknown) => amend(key, { failed: errorInWords(error) }),
        )
        const preview = file.type.startsWith("image/") && URL.createObjectURL(file)
        const upload = {
          key,
          name: file.name,
          bytes: file.size,
          progress: 0,
          cancel: request.cancel,
          ...(preview && { preview }),
        }
        setUploads(before => [...before, upload])
      }
    },
    [base, conversation],
  )
  const remove = useCallback((upload: Upload) => {
    upload.cancel()
    forgetPreview(upload)
    setUploads(before => before.filter(one => one.key !== upload.key))
  }, [])
  const clear = useCallback(() => {
    setUploads(before => {
      before.forEach(forgetPreview)
      return []
    })
  }, [])
  return { uploads, add, remove, clear }
}

function forgetPreview({ preview }: Upload): void {
  if (preview) URL.revokeObjectURL(preview)
}

/** By XMLHttpRequest: `fetch` tells nothing of an upload's progress. */
function send(address: string, file: File, onProgress: (share: number) => void) {
  const request = new XMLHttpRequest()
  const body = new FormData()
  body.append("file", file, file.name)
  const done = new Promise<Uploaded>((resolve, reject) => {
    request.upload.onprogress = event => onProgress(event.total > 0 ? event.loaded / event.total : 0)
    request.onerror = () => reject(new ProblemError(unreachable()))
    request.onload = () => {
      try {
        resolve(readAnswer<Uploaded>(request.status, request.responseText))
      } catch (error) {
        reject(error)
      }
    }
  })
  request.open("POST", address)
  for (const [name, value] of Object.entries(http.headers("POST"))) request.setRequestHeader(name, value)
  request.send(body)
  return { done, cancel: () => request.abort() }
}

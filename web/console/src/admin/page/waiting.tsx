// The shape of what comes, while it is on its way.

import { Skeleton, Stack } from "@mantine/core"

export function Waiting() {
  return (
    <Stack p="lg" gap="md" className="later" aria-hidden="true">
      <Skeleton height={28} width={220} />
      <Skeleton height={44} />
      <Skeleton height={44} />
      <Skeleton height={44} />
    </Stack>
  )
}

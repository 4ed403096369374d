// What a transcript will look like while it is being read.

import { Skeleton } from "@mantine/core"
import styles from "./transcript-skeleton.module.css"

const WIDTHS = ["52%", "38%", "61%", "44%", "56%"]

export function TranscriptSkeleton() {
  return (
    <div className={`${styles.skeleton} later`} aria-busy="true">
      {WIDTHS.map((width, at) => (
        <Skeleton key={width} height={48} width={width} radius="lg" ml={at % 2 === 0 ? 0 : "auto"} />
      ))}
    </div>
  )
}

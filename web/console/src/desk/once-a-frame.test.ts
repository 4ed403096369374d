// That drawing keeps pace with frames and loses no change.

import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { onceAFrame } from "./once-a-frame.ts"

let frames: (() => void)[] = []

beforeEach(() => {
  vi.useFakeTimers()
  frames = []
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => frames.push(draw))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function source() {
  const told = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    told.add(listener)
    return () => void told.delete(listener)
  }
  const change = () => {
    for (const listener of told) listener()
  }
  return { told, subscribe, change }
}

const draw = () => {
  for (const frame of frames.splice(0)) frame()
}

test("many_changes_between_two_frames_are_told_once", () => {
  const { subscribe, change } = source()
  const listener = vi.fn()
  onceAFrame(subscribe)(listener)
  change()
  change()
  expect(listener).not.toHaveBeenCalled()
  draw()
  expect(listener).toHaveBeenCalledTimes(1)
  change()
  draw()
  expect(listener).toHaveBeenCalledTimes(2)
})

test("a_page_that_nobody_sees_hears_of_changes_all_the_same", () => {
  const { subscribe, change } = source()
  const listener = vi.fn()
  onceAFrame(subscribe)(listener)
  change()
  vi.advanceTimersByTime(1_000)
  expect(listener).toHaveBeenCalledTimes(1)
})

test("whoever_has_left_is_told_nothing_and_the_last_one_ends_the_subscription", () => {
  const { told, subscribe, change } = source()
  const [one, other] = [vi.fn(), vi.fn()]
  const shared = onceAFrame(subscribe)
  const [first, second] = [shared(one), shared(other)]
  change()
  first()
  draw()
  expect(one).not.toHaveBeenCalled()
  expect(other).toHaveBeenCalledTimes(1)
  second()
  expect(told.size).toBe(0)
})

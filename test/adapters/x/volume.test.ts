import { describe, expect, it } from 'vitest'
import { VolumeWatch } from '../../../src/adapters/x/volume.ts'

/** Counts so many posts in each bucket of a minute and answers what the watch says at the end. */
function watch(perBucket: readonly number[]): number | null {
  const volume = new VolumeWatch(60_000)
  perBucket.forEach((posts, bucket) => {
    for (let post = 0; post < posts; post++) volume.count(1_000_000 + bucket * 60_000 + post)
  })
  return volume.dropped(1_000_000 + perBucket.length * 60_000)
}

describe('the watch over the volume', () => {
  it('x59 sees posts stay away', () => {
    expect(watch([30, 30, 30, 30, 0, 0, 0])).toBe(0)
    expect(watch([30, 30, 30, 30, 2, 1, 3])).toBeCloseTo(6 / 90)
  })

  it('is silent about a usual evening, a falling night, a quiet feed and a short past', () => {
    expect(watch([30, 25, 35, 28, 20, 30, 25])).toBeNull()
    expect(watch([100, 80, 60, 45, 30, 20, 15, 10, 8])).toBeNull()
    expect(watch([1, 2, 0, 1, 2, 0, 0, 0])).toBeNull()
    expect(watch([50, 50, 0, 0, 0])).toBeNull()
  })

  it('takes what lasts for the new usual, and forgets when told', () => {
    expect(watch([...Array.from({ length: 12 }, () => 30), ...Array.from({ length: 16 }, () => 0)])).toBeNull()
    const volume = new VolumeWatch(1_000)
    for (let at = 0; at < 8_000; at += 10) volume.count(at)
    volume.reset()
    expect(volume.dropped(20_000)).toBeNull()
  })
})

import { z } from 'zod'
import { PrahariError } from '../../domain/errors.ts'

const answer = z.object({ id: z.string().regex(/^\d{1,19}$/) })
const LIMIT_MS = 3_000

/** Puts a drill's post into the emulated X. @param url of the emulator's operator side. @throws PrahariError unavailable. */
export async function putDrillPost(url: string, text: string): Promise<{ id: string }> {
  const body = JSON.stringify({ text, author: 'prahari_drill', authorName: 'Drill' })
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, signal: AbortSignal.timeout(LIMIT_MS) })
    return answer.parse(await response.json())
  } catch (cause) {
    throw new PrahariError('unavailable', 'the emulator does not take the drill', { cause })
  }
}

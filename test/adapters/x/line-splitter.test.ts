import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LineSplitter } from '../../../src/adapters/x/line-splitter.ts'

function split(chunks: readonly Buffer[], maxLength = 1_000_000): { lines: string[]; overlong: string[]; rest: string } {
  const lines: string[] = []
  const overlong: string[] = []
  const splitter = new LineSplitter(maxLength, (line) => lines.push(line), (beginning) => overlong.push(beginning))
  for (const chunk of chunks) splitter.push(chunk)
  return { lines, overlong, rest: splitter.rest() }
}

describe('cutting the stream into frames', () => {
  const frame = '{"text":"@PrahariUP 🚨 बचाओ, क्षत्रिय नगर में आग"}'

  it('x24 gives the same text wherever the frame was split', () => {
    const bytes = Buffer.from(`${frame}\r\n`)
    for (let at = 0; at <= bytes.length; at++) expect(split([bytes.subarray(0, at), bytes.subarray(at)]).lines).toEqual([frame])
    expect(split(Array.from(bytes, (_, index) => bytes.subarray(index, index + 1))).lines).toEqual([frame])
  })

  it('x25 finds every frame in one chunk, heartbeats between them or not, by LF or CR LF', () => {
    expect(split([Buffer.from(`\r\n${frame}\r\n\r\n\r\n${frame}\n\n${frame}\r\n\r\n`)]).lines).toEqual([frame, frame, frame])
  })

  it('keeps what has no end yet, and bounds what never ends', () => {
    expect(split([Buffer.from(`${frame}\r\n{"half":`)]).rest).toBe('{"half":')
    const { lines, overlong, rest } = split([Buffer.from('x'.repeat(60)), Buffer.from('y'.repeat(60)), Buffer.from(`z\n${frame}\n`)], 100)
    expect({ lines, rest }).toEqual({ lines: [frame], rest: '' })
    expect(overlong).toEqual([`${'x'.repeat(60)}${'y'.repeat(40)}`])
  })

  it('is the same for any lines in any pieces', () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/g, '')).filter((text) => text !== '')
    fc.assert(fc.property(fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r\n\r\n'))), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (all, sizes) => {
      const bytes = Buffer.from(all.map(([text, end]) => text + end).join(''))
      const chunks: Buffer[] = []
      for (let at = 0, index = 0; at < bytes.length; index++) {
        const size = sizes[index % sizes.length] ?? 1
        chunks.push(bytes.subarray(at, at + size))
        at += size
      }
      expect(split(chunks).lines).toEqual(all.map(([text]) => text))
    }))
  })
})

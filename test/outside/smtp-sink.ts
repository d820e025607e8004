import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export interface SmtpSink {
  url: string
  /** Whole messages as they came, headers and body. */
  mails: { to: string; data: string }[]
  /** What RCPT is answered from now on: `250 ok` unless set. */
  answer(toRecipient: string): void
  close(): Promise<void>
}

/** A mail server that takes everything and delivers nothing (the part of RFC 5321 that a client needs). */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: SmtpSink['mails'] = []
  const sockets = new Set<Socket>()
  let toRecipient = '250 ok'
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    let rest = ''
    let to = ''
    let isData = false
    const say = (line: string): void => void socket.write(`${line}\r\n`)
    const hear = (line: string): void => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO' || verb === 'HELO') say('250 sink')
      else if (verb === 'RCPT') {
        to = /<([^>]*)>/.exec(line)?.[1] ?? ''
        say(toRecipient)
      } else if (verb === 'DATA') {
        isData = true
        say('354 go on')
      } else if (verb === 'QUIT') {
        say('221 bye')
        socket.end()
      } else say('250 ok')
    }
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8')
      for (;;) {
        const mark = isData ? '\r\n.\r\n' : '\r\n'
        const at = rest.indexOf(mark)
        if (at < 0) return
        const piece = rest.slice(0, at)
        rest = rest.slice(at + mark.length)
        if (!isData) hear(piece)
        else {
          isData = false
          mails.push({ to, data: piece })
          say('250 taken')
        }
      }
    })
    say('220 sink')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, mails,
    answer: (line) => { toRecipient = line },
    close: () => new Promise((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    }),
  }
}

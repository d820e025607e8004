import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gatewayMessage } from '../../src/contract/notice.ts'
import type { GatewayMessage } from '../../src/contract/notice.ts'

export interface GatewaySink {
  url: string
  got: { headers: IncomingHttpHeaders; body: string; message: GatewayMessage }[]
  /** Statuses for the next requests for a person; 202 when they are used up. */
  answers: Map<string, number[]>
  close(): Promise<void>
}

/** A gateway for SMS that sends nothing. */
export async function startGatewaySink(): Promise<GatewaySink> {
  const got: GatewaySink['got'] = []
  const answers: GatewaySink['answers'] = new Map()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const message = gatewayMessage.parse(JSON.parse(body))
      got.push({ headers: request.headers, body, message })
      response.writeHead(answers.get(message.to.personId)?.shift() ?? 202).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`, got, answers,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

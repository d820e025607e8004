/** The URI of a database of that name on the server that `npm run test:mongo` names. */
export function serverUri(database: string): string {
  const server = process.env.PRAHARI_TEST_MONGODB_URI
  if (!server) throw new Error('PRAHARI_TEST_MONGODB_URI is not set: run npm run test:mongo')
  const uri = new URL(server)
  uri.pathname = `/${database}`
  return uri.href
}

const URI = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(\?.*)?$/

/** The same server (hosts, options), with `change` applied to the database's name. */
export function withDatabase(uri: string, change: (database: string) => string): string {
  const [, server, database = '', options = ''] = URI.exec(uri) ?? []
  if (server === undefined) throw new Error('this is no MongoDB URI')
  return `${server}/${change(database)}${options}`
}

/**
 * A database of this test's own on the server of `npm run test:mongo`, which removes every database that begins with its
 * name. Undefined in the usual tests, which run on the embedded store.
 */
export function testDatabase(name: string): string | undefined {
  const uri = process.env.PRAHARI_TEST_MONGODB_URI
  return uri && withDatabase(uri, (prefix) => `${prefix}_${name}`)
}

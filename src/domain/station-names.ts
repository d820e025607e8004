/** A node's names in both languages. */
export interface Names {
  name: string
  nameHi: string
}

/** What a police station is called in full, by the name of its place. */
export function stationNames(name: string, nameHi: string): Names {
  return { name: `${name} Police Station`, nameHi: `थाना ${nameHi}` }
}

/** The names that somebody types for a node: of a station those of its place. */
export function typedNames({ kind, name, nameHi }: Names & { kind: string }): Names {
  return kind === 'station' ? { name: name.replace(/ Police Station$/, ''), nameHi: nameHi.replace(/^थाना /, '') } : { name, nameHi }
}

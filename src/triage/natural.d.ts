/** `natural` types only its whole, which takes 160 MB to load; these are the two parts that triage uses. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { stem(word: string): string }
  export default PorterStemmer
}

declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** Similarity of two strings, 0 to 1. */
  export default function jaroWinkler(a: string, b: string, options?: { ignoreCase?: boolean }): number
}

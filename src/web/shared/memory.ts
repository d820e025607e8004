/** What the browser keeps for this page between visits. Browsers may forbid it: then nothing is kept. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A private window: the wish lasts as long as the page.
  }
}

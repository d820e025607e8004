/** Calls when what was drawn last is on the screen: two frames later. A hidden page has no frames. Answers how to call it off. */
export function afterPaint(then: () => void): () => void {
  let frame = requestAnimationFrame(() => { frame = requestAnimationFrame(then) })
  return () => cancelAnimationFrame(frame)
}

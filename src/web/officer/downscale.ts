/** Longest side that is sent, as the server keeps it. */
const SIDE = 1_600
const QUALITY = 0.82
const SENT_AS_IT_IS = ['image/jpeg', 'image/png', 'image/webp']
const MOST_BYTES = 8 * 1024 * 1024

/**
 * The photo made small on the phone, so that little has to pass a bad connection; redrawing drops its metadata here already
 * (the server does it again for everybody). Null when the phone cannot read it and the server could not either.
 */
export async function downscale(file: File): Promise<Blob | null> {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, SIDE / Math.max(image.width, image.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.width * scale))
    canvas.height = Math.max(1, Math.round(image.height * scale))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    image.close()
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    if (small) return small
  } catch {
    // A format that this browser does not draw: the server may know it.
  }
  return SENT_AS_IT_IS.includes(file.type) && file.size <= MOST_BYTES ? file : null
}

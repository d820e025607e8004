import sharp from 'sharp'

/** A photo as a phone sends it: lying on its side, with camera, place (26.85 N, 80.95 E) and a remark in its metadata. */
export async function photoWithPlace(kind: 'jpeg' | 'png' | 'webp', size: { width: number; height: number }): Promise<Buffer> {
  const plain = sharp({ create: { ...size, channels: 3, background: '#c04030' } })
  return plain.withMetadata({
    orientation: 6,
    exif: {
      IFD0: { Model: 'Prahari test camera', ImageDescription: 'taken at home' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '26/1 51/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '80/1 57/1 0/1' },
    },
  }).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>').toFormat(kind, kind === 'webp' ? { effort: 0 } : {}).toBuffer()
}

/** Enough to read a meter by. */
const LONGEST_SIDE = 2560
const MOST_BYTES = 4_000_000
const QUALITY = 0.85
const TYPES = /^image\/(jpeg|png|webp|avif|heic|heif)$/

/** Whether a file may become smaller before it is sent. */
export const mayBeScaled = ({ type }: Pick<File, "type">): boolean => TYPES.test(type)

/**
 * A photo as it is worth sending: of 2,560 pixels at most, the right way up, and as JPEG. The file itself when it is no photo
 * that this browser can read, when it is small already, and when it would not become smaller.
 */
export async function scalePhoto(file: File): Promise<File> {
  if (!mayBeScaled(file)) return file
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => undefined)
  if (!picture) return file
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size <= MOST_BYTES) return file
    const content = await drawn(picture, Math.round(picture.width * scale), Math.round(picture.height * scale))
    if (!content || content.size >= file.size) return file
    const name = `${file.name.replace(/\.[^.]{1,5}$/, "")}.jpg`
    return new File([content], name, { type: "image/jpeg", lastModified: file.lastModified })
  } finally {
    picture.close()
  }
}

async function drawn(picture: ImageBitmap, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement("canvas")
  Object.assign(canvas, { width: Math.max(1, width), height: Math.max(1, height) })
  const context = canvas.getContext("2d")
  if (!context) return null
  // What can be seen through would be black.
  context.fillStyle = "white"
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = "high"
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY))
}

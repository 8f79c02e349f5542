import { PHOTO_PIXELS } from '../../../shared/commitments/photo.ts'

const QUALITY = 0.85

/** A photo no larger than what is kept, so that a slow connection carries little; null for what no browser can read. */
export async function smaller(file: Blob): Promise<Blob | null> {
  const image = await opened(file)
  if (!image) return null
  const scale = Math.min(1, PHOTO_PIXELS / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
  const paper = canvas.getContext('2d')
  if (!paper) return null
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  // Browsers since 2020 turn an image upright by themselves.
  paper.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}

/** Read as data and not by an address of the page's own making, which our security policy does not let images have. */
function opened(file: Blob): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onerror = () => resolve(null)
    reader.onload = () => {
      const image = new Image()
      image.onload = () => resolve(image.naturalWidth > 0 ? image : null)
      image.onerror = () => resolve(null)
      image.src = String(reader.result)
    }
    reader.readAsDataURL(file)
  })
}

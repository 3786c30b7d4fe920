import { GlobalWorkerOptions, getDocument, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs"
import { PDF_FILES } from "@/lib/model/pdf-files"

GlobalWorkerOptions.workerSrc = `${PDF_FILES}/pdf.worker.min.mjs`

/** Longest edge of what is drawn, in pixels: phones have little memory for canvases. */
const MOST = 3200

/**
 * Reads a PDF that is attached. Nothing that it brings is run: no scripts, no forms of its own, no code made of it.
 * @throws Error when it cannot be fetched
 */
export async function openPdf(id: string, signal: AbortSignal) {
  const answer = await fetch(`/uploads/files/${id}`, { signal })
  if (!answer.ok) throw new Error(`The file was answered with ${answer.status}.`)
  return getDocument({
    data: await answer.arrayBuffer(),
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    standardFontDataUrl: `${PDF_FILES}/`,
    // Where it fetches what reads JPEG 2000, with the first such picture.
    wasmUrl: `${PDF_FILES}/`,
  })
}

interface View {
  /** How many quarters it is turned to the right. */
  turn: number
  /** 0 for the whole page, 1 for one as wide as its box, 2 for twice that. */
  zoom: number
}

/** Draws a page as large as its box has room, or closer. */
export function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, { turn, zoom }: View) {
  const rotation = (page.rotate + turn * 90) % 360
  const whole = page.getViewport({ scale: 1, rotation })
  const { clientWidth, clientHeight } = canvas.parentElement ?? document.documentElement
  const wide = clientWidth / whole.width
  const shown = zoom === 0 ? Math.min(wide, clientHeight / whole.height) : wide * zoom
  const scale = Math.min(shown * devicePixelRatio, MOST / Math.max(whole.width, whole.height))
  const viewport = page.getViewport({ scale, rotation })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  canvas.style.width = `${Math.floor(whole.width * shown)}px`
  return page.render({ canvas, viewport })
}

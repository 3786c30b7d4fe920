"use client"

import type { PDFDocumentProxy } from "pdfjs-dist"
import { useEffect, useRef, useState } from "react"

interface PdfPagesProps {
  id: string
  name: string
  /** How many quarters it is turned to the right. */
  turn: number
  /** How close it is: 0 for the whole page, 1 for a page as wide as its box, 2 for twice that. */
  zoom: number
  /** How its buttons look, told by the server, which knows: this page brings no more script than it needs. */
  button: string
}

/** The pages of a PDF, one at a time. What reads it is fetched with the first. Without scripts, it is downloaded. */
export function PdfPages({ id, name, turn, zoom, button }: PdfPagesProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [opened, setOpened] = useState<PDFDocumentProxy>()
  const [failed, setFailed] = useState(false)
  const [page, setPage] = useState(1)
  const [scripted, setScripted] = useState(false)

  useEffect(() => {
    const leaving = new AbortController()
    setScripted(true)
    let task: { destroy: () => Promise<void> } | undefined
    import("@/components/requests/open-pdf")
      .then(async ({ openPdf }) => {
        task = await openPdf(id, leaving.signal)
        setOpened(await (task as Awaited<ReturnType<typeof openPdf>>).promise)
      })
      .catch(() => leaving.signal.aborted || setFailed(true))
    return () => {
      leaving.abort()
      void task?.destroy()
    }
  }, [id])

  useEffect(() => {
    if (!opened) return undefined
    let isLeft = false
    let drawing: { cancel: () => void } | undefined
    void import("@/components/requests/open-pdf")
      .then(async ({ drawPage }) => {
        const on = canvas.current
        const it = await opened.getPage(page)
        if (isLeft || !on) return
        const task = drawPage(it, on, { turn, zoom })
        drawing = task
        await task.promise
      })
      .catch(() => isLeft || setFailed(true))
    return () => {
      isLeft = true
      drawing?.cancel()
    }
  }, [opened, page, turn, zoom])

  return (
    <>
      <figure id="viewer" className="viewer" tabIndex={zoom ? 0 : -1} aria-label={name} data-zoom={zoom || undefined}>
        {failed ? <p role="status">This PDF cannot be shown here. You can download it.</p> : null}
        {scripted && !opened && !failed ? <p role="status">Opening…</p> : null}
        {scripted ? null : <p>Download this PDF to read it.</p>}
        <canvas ref={canvas} role="img" aria-label={`Page ${page} of ${name}`} hidden={!opened || failed} />
      </figure>
      {opened && opened.numPages > 1 ? (
        <div className="flex flex-wrap items-center justify-center gap-3">
          <button type="button" className={button} disabled={page === 1} onClick={() => setPage(page - 1)}>
            Previous page
          </button>
          <span role="status">
            Page {page} of {opened.numPages}
          </span>
          <button
            type="button"
            className={button}
            disabled={page === opened.numPages}
            onClick={() => setPage(page + 1)}
          >
            Next page
          </button>
        </div>
      ) : null}
    </>
  )
}

import { create } from "qrcode"

/** Modules of the empty border that scanners need. */
const QUIET = 4

/** Drawn on the server as plain SVG: nothing the page's policy would have to allow. Dark on white in any scheme. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules
  const side = size + 2 * QUIET
  const dots = Array.from(data, (dark, i) =>
    dark ? `M${(i % size) + QUIET} ${Math.floor(i / size) + QUIET}h1v1h-1z` : "",
  )
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="w-full max-w-60 rounded-md"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={dots.join("")} fill="#000" />
    </svg>
  )
}

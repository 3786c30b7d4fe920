import { expect, test } from "vitest"
import { pdfFile } from "./pdf-file"

const ask = (asset: string) =>
  pdfFile(new Request(`http://localhost/api/pdf/${asset}`), { params: Promise.resolve({ asset }) })

test("what reads PDFs, and JPEG 2000 in them, is served as scripts, and fonts as what they are", async () => {
  for (const program of ["pdf.worker.min.mjs", "openjpeg_nowasm_fallback.js"]) {
    const answer = await ask(program)
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"])
    expect(await answer.text()).toContain("export")
  }
  const font = await ask("FoxitDingbats.pfb")
  expect([font.status, font.headers.get("content-type")]).toEqual([200, "application/octet-stream"])
})

test("nothing else is, whatever it is called", async () => {
  for (const other of ["openjpeg.wasm", "pdf.mjs", "../package.json", "..%2f..%2fpackage.json", "Nothing.pfb", ""])
    expect((await ask(other)).status).toBe(404)
})

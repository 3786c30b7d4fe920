/** A PDF of these objects, the first of which is its catalogue. */
function pdfOf(objects: readonly string[], name: string): File {
  let written = "%PDF-1.5\n"
  const places = objects.map((object, i) => {
    const at = written.length
    written += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, "0")} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}trailer<</Size ${size}/Root 1 0 R>>\n`
  const text = `${written}${table}startxref\n${written.length}\n%%EOF`
  return new File([Buffer.from(text, "latin1")], name)
}

const streamOf = (content: string, described = "") =>
  `<<${described}/Length ${content.length}>>stream\n${content}\nendstream`

/** A PDF of two pages, which would run a script if it were let. */
export function billFile(name = "bill.pdf"): File {
  const text = (words: string) => streamOf(`BT /F 48 Tf 80 400 Td (${words}) Tj ET`)
  const page = (size: string, content: number) =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size}]/Contents ${content} 0 R/Resources<</Font<</F 7 0 R>>>>>>`
  const objects = [
    "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\('run'\\))>>>>",
    "<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>",
    page("595 842", 4),
    text("Page one"),
    page("842 595", 6),
    text("Page two"),
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ]
  return pdfOf(objects, name)
}

/** A black square, as JPEG 2000 has it. */
const BLACK =
  "AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAEAAAABAAAQcHAAAAAAAPY29scgEAAAAAABEAAACKanAyY/9P/1EAKQAAAAAAEAAAABAAAAAAAAAAAAAAABAAAAAQAAAAAAAAAAAAAQcBAf9SAAwAAAABAAAEBAAB/1wABEBA/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAAGAAB/5PfgDgRUFSv9Mh//9k="

/** A PDF as office scanners write it: its page is one picture in JPEG 2000, and black. */
export function scannedFile(name = "scan.pdf"): File {
  const picture = Buffer.from(BLACK, "base64").toString("latin1")
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
    streamOf("595 0 0 842 0 0 cm /I Do"),
    streamOf(picture, "/Type/XObject/Subtype/Image/Width 16/Height 16/Filter/JPXDecode"),
  ]
  return pdfOf(objects, name)
}

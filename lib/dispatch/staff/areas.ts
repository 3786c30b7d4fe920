import { z } from "zod"

const MOST_AREAS = 50
const NOT_AN_AREA = "Enter the start of postcodes, like LS, M1"

/** The beginning of a postcode, in capitals and with single blanks, as postcodes are kept. */
const Area = z
  .string(NOT_AN_AREA)
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 -]{0,11}$/, NOT_AN_AREA)
  .overwrite((area) => area.toUpperCase().replace(/\s+/g, " "))

export const Areas = z
  .array(Area, NOT_AN_AREA)
  .max(MOST_AREAS, `Enter ${MOST_AREAS} areas or fewer`)
  .overwrite((areas) => [...new Set(areas)])

/** Areas as people type them, with commas between them or on lines of their own. Empty means everywhere. */
export const AreasTyped = z
  .string()
  .max(1000, NOT_AN_AREA)
  .default("")
  .transform((text, context) => {
    const found = Areas.safeParse(text.split(/[,;\n]/).filter((area) => area.trim() !== ""))
    if (found.success) return found.data
    context.addIssue({ code: "custom", message: found.error.issues[0]?.message })
    return z.NEVER
  })

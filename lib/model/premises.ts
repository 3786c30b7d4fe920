import { z } from "zod"
import { code, line } from "./text"

/** What stands before the number on a plate: "S/N 123", "Serial no. 123". */
const SERIAL_LABEL = /^(?:meter\W+)?(?:s\/?n\b|serial(?:\W+(?:number|no))?\b)\W*/i

/** What is copied along from an address: "LS1 4AB, UK". */
const COUNTRY = /[\s,]+(?:uk|gb|england|scotland|wales|northern ireland|united kingdom|great britain)$/i
/** A postcode of the United Kingdom, however it is spaced or hyphened. */
const UK_CODE = /^([a-z]{1,2}\d[a-z\d]?)[\s-]*(\d[a-z]{2})$/i

/** An address that is supplied with gas, as input. The MPRN names its supply point, the serial number its meter. */
export const Premises = z.object(
  {
    line1: line("the first line of the address", { max: 100, missing: "Enter the building and street" }),
    line2: line("the second line of the address", { max: 100 }).optional(),
    town: line("a town or city", { max: 60 }),
    postcode: code("a postcode", { min: 3, max: 40 })
      .overwrite((value) => value.replace(COUNTRY, "").replace(UK_CODE, "$1 $2"))
      .max(12, "Postcode must be 12 characters or fewer")
      .regex(/^[A-Za-z0-9][A-Za-z0-9 -]*$/, "Enter a postcode, like SW1A 1AA")
      .overwrite((value) => value.toUpperCase().replace(/\s+/g, " ")),
    mprn: code("the MPRN", { max: 40 })
      .overwrite((value) => value.replace(/^MPRN\W*|[\s.-]/gi, ""))
      .regex(/^\d{6,11}$/, "MPRN must be 6 to 11 digits")
      .optional(),
    meterSerial: code("the meter serial number", { max: 40 })
      .overwrite((value) => value.replace(SERIAL_LABEL, "").replace(/\s/g, ""))
      .regex(/^[A-Za-z0-9-]{1,20}$/, "Meter serial number must be up to 20 letters, digits and hyphens")
      .optional(),
  },
  "Enter the premises",
)
export type Premises = z.infer<typeof Premises>

/** Premises as output: what was validated on the way in is not validated again. */
export const KeptPremises = z.object({
  line1: z.string(),
  line2: z.string().optional(),
  town: z.string(),
  postcode: z.string(),
  mprn: z.string().optional(),
  meterSerial: z.string().optional(),
})

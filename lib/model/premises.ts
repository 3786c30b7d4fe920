import { z } from "zod"
import { line } from "./text"

/** An address that is supplied with gas, as input. The MPRN names its supply point, the serial number its meter. */
export const Premises = z.object(
  {
    line1: line("the first line of the address", { max: 100, missing: "Enter the building and street" }),
    line2: line("the second line of the address", { max: 100 }).optional(),
    town: line("a town or city", { max: 60 }),
    postcode: line("a postcode", { min: 3, max: 12 })
      .regex(/^[A-Za-z0-9][A-Za-z0-9 -]*$/, "Enter a postcode, like SW1A 1AA")
      .overwrite((value) => value.toUpperCase().replace(/\s+/g, " ")),
    mprn: z
      .string({ error: "Enter the MPRN" })
      .trim()
      .regex(/^\d{6,11}$/, "MPRN must be 6 to 11 digits")
      .optional(),
    meterSerial: line("the meter serial number", { max: 20 })
      .regex(/^[A-Za-z0-9-]+$/, "Meter serial number must only include letters, digits and hyphens")
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

import { hash, verify } from "@node-rs/argon2"

/** OWASP's first recommendation for Argon2id, which is the library's default: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

let dummy: Promise<string> | undefined

/**
 * Whether a password matches a hash. Without a hash it is compared with one that nothing matches, so that unknown
 * accounts take as long to refuse as known ones.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword("nobody's password")
  const fits = await verify(passwordHash ?? (await dummy), password)
  return fits && passwordHash !== undefined
}

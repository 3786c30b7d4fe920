import { ensureBuild, Refusal } from "./setup.mjs"

/** The build that `npm start` makes, and only when it is missing or stale. */
try {
  await ensureBuild()
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error)
  process.exitCode = 1
}

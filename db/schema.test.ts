import { readdirSync, readFileSync } from "node:fs"
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api"
import { expect, test } from "vitest"

test("the migrations make what db/schema says", async () => {
  const tables = await Promise.all(
    readdirSync("db/schema").map((name) => import(`./schema/${name.replace(".ts", "")}.ts`)),
  )
  const last = readdirSync("db/migrations/meta")
    .filter((name) => name.endsWith("_snapshot.json"))
    .toSorted()
    .at(-1)
  const made = JSON.parse(readFileSync(`db/migrations/meta/${last}`, "utf8"))
  const missing = await generateMigration(made, generateDrizzleJson(Object.assign({}, ...tables)))
  expect(missing, "db/schema was changed without a migration: run “npx drizzle-kit generate --name …”.").toEqual([])
})

import { expect, test } from "vitest"
import { watchPools } from "./pools"
import { watchQuarantine } from "./quarantine"
import { registry } from "./registry"

const told = async () => (await registry.metrics()).split("\n").filter((line) => /^gas_(pool|files)_/.test(line))

test("the use of each pool is told as it is when somebody looks", async () => {
  const use = { inUse: 2, idle: 1, waiting: 0, waited: 7, waitedSeconds: 0.5, refused: 1, lost: 3 }
  watchPools(() => ({ general: use }))
  expect(await told()).toEqual([
    'gas_pool_connections{pool="general",state="in_use"} 2',
    'gas_pool_connections{pool="general",state="idle"} 1',
    'gas_pool_connections{pool="general",state="waiting"} 0',
    'gas_pool_waits_total{pool="general"} 7',
    'gas_pool_wait_seconds_total{pool="general"} 0.5',
    'gas_pool_refused_total{pool="general"} 1',
    'gas_pool_lost_total{pool="general"} 3',
  ])
  use.waited = 8
  expect(await told()).toContain('gas_pool_waits_total{pool="general"} 8')
})

test("files in quarantine are counted once for all who look", async () => {
  let counts = 0
  watchQuarantine(async () => 40 + ++counts)
  await told()
  expect(await told()).toContain("gas_files_quarantined 41")
})

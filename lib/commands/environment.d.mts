import type { Embedded } from "@/db/embedded"

export function readEnvFiles(): void
export function isStrict(): boolean
export function prepareEnvironment(
  startEmbedded: (wanted: { folder: string }) => Promise<Embedded>,
): Promise<Embedded | undefined>
export function embeddedFolder(): string | undefined

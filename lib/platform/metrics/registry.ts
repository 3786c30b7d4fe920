import { collectDefaultMetrics, type Metric, Registry } from "prom-client"

/** Instrumentation and routes are separate module graphs and count in the same place. */
const shared: { gasMetrics?: Registry } & typeof globalThis = globalThis

shared.gasMetrics ??= new Registry()

/** What this process has counted. */
export const registry = shared.gasMetrics

/** A metric, made when it is first asked for: each of the module graphs asks. */
export function metric<M extends Metric>(
  name: string,
  make: (common: { name: string; registers: Registry[] }) => M,
): M {
  return (registry.getSingleMetric(name) as M | undefined) ?? make({ name, registers: [registry] })
}

/** Watches the memory, the processor and the event loop of this process from now on. */
export const watchProcess = (): void => collectDefaultMetrics({ register: registry })

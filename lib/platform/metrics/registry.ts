import { collectDefaultMetrics, type Metric, Registry } from "prom-client"

/** On globalThis, because Next loads instrumentation and routes as separate copies of this module. */
const shared: { gasMetrics?: Registry } & typeof globalThis = globalThis

shared.gasMetrics ??= new Registry()

/** The metrics of this process. */
export const registry = shared.gasMetrics

/** Returns the metric with this name, made at the first call: several copies of a module call it. */
export function metric<M extends Metric>(
  name: string,
  make: (common: { name: string; registers: Registry[] }) => M,
): M {
  return (registry.getSingleMetric(name) as M | undefined) ?? make({ name, registers: [registry] })
}

/** Registers metrics of this process: memory, processor, event loop. */
export const watchProcess = (): void => collectDefaultMetrics({ register: registry })

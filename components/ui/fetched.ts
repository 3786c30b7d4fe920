import { type ComponentType, lazy } from "react"

/**
 * A component that is fetched when it is first shown. Where that fails, as without a connection or after an upgrade, what
 * stands around it stays, and `otherwise` takes its place.
 */
export const fetched = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  otherwise: ComponentType<P> = () => null,
) =>
  lazy(() =>
    load()
      .catch(() => otherwise)
      .then((it) => ({ default: it })),
  )

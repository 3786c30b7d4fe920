import NextForm from "next/form"
import type { ComponentProps } from "react"

/**
 * A form that leads to an address. Its page is not fetched ahead: that would be asked for again whenever this one is made
 * anew, for a search that most never begin.
 */
export const GetForm = (props: ComponentProps<typeof NextForm>) => <NextForm prefetch={false} {...props} />

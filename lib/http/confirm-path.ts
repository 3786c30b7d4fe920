const PAGE = "/profile/confirm"

/** The page that asks again who is there, with the page to return to. */
export const confirmPath = (next: string | null): string => (next ? `${PAGE}?next=${encodeURIComponent(next)}` : PAGE)

/** Whether a redirect leads away from a form that was not saved, to sign in or to confirm, and back to it. */
export const leadsBack = (path: string): boolean => /^\/(sign-in|profile\/confirm)\?next=/.test(path)

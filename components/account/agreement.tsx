import { Link } from "@/components/ui/link"

/** What a new account means, above the button that makes it. */
export const Agreement = () => (
  <p>
    By creating an account you agree to our <Link href="/terms">terms of use</Link>. Our{" "}
    <Link href="/privacy">privacy notice</Link> says how we use your information.
  </p>
)

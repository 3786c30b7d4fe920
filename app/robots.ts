import type { MetadataRoute } from "next"

/** What anybody may read is found by search engines; all else belongs to somebody. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: ["/$", "/emergency$", "/contact", "/register$", "/sign-in$"], disallow: "/" },
  }
}

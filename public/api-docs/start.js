const dark = matchMedia("(prefers-color-scheme: dark)")
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches)
dark.addEventListener("change", follow)
follow()

/** What Swagger UI leaves unsaid to those who listen. */
function describe() {
  document.querySelector("#servers")?.setAttribute("aria-label", "Server")
  describeRegion(".information-container", "About")
  describeRegion(".scheme-container", "Server and authorization")
  for (const heading of document.querySelectorAll("h3.opblock-tag, .models h4")) heading.setAttribute("aria-level", "2")
}

function describeRegion(selector, name) {
  const region = document.querySelector(selector)
  region?.setAttribute("role", "region")
  region?.setAttribute("aria-label", name)
}

SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#swagger-ui",
  // Deep links put a link inside each operation's button, which a keyboard cannot tell apart.
  deepLinking: false,
  displayRequestDuration: true,
  validatorUrl: null,
  onComplete: describe,
})

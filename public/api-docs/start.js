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
  describeFields()
  // What an operation unfolds comes later.
  new MutationObserver(describeFields).observe(document.querySelector("#swagger-ui"), { childList: true, subtree: true })
}

/** Names of fields that have none of their own: that of their parameter, or what they are for. */
function describeFields() {
  for (const field of document.querySelectorAll(".swagger-ui :is(select, textarea, input[type=file]):not([aria-label])")) {
    const parameter = field.closest("tr")?.querySelector(".parameter__name")?.firstChild?.textContent
    const isBody = field.closest(".opblock-section-request-body")
    field.setAttribute("aria-label", parameter ?? (isBody ? "Request body" : "Media type"))
  }
  for (const code of document.querySelectorAll(".swagger-ui pre:not([tabindex])")) code.setAttribute("tabindex", "0")
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
  // Its colours cannot all be read.
  syntaxHighlight: false,
  // With all unfolded there are more than Swagger UI draws at once, and what is not drawn cannot be found or heard.
  docExpansion: "none",
  validatorUrl: null,
  onComplete: describe,
})

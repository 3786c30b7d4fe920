import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"

interface Answered {
  status: number
  header: (name: string) => string | null
  /** Left out for files, which may be long. */
  body?: string
}

interface DocumentedHeader {
  required?: boolean
  schema?: object
}

interface DocumentedAnswer {
  $ref?: string
  content?: Record<string, unknown>
  headers?: Record<string, DocumentedHeader>
}

type Paths = Record<string, Record<string, { responses?: Record<string, DocumentedAnswer> } | undefined> | undefined>

/** An OpenAPI document, as far as it says what is answered. */
export interface Documentation {
  paths?: object
  components?: object
}

/** Headers that say something to whoever called. */
const TELLING = [
  "x-request-id",
  "retry-after",
  "allow",
  "idempotency-replayed",
  "www-authenticate",
  "content-disposition",
]

/** A validator of answers: it gives a sentence for each thing in an answer that the documentation does not say. */
export function documentedBy(document: Documentation) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
  addFormats.default(ajv)
  ajv.addSchema(document, "api")
  const paths = (document.paths ?? {}) as Paths

  /** @param path as it is documented, such as `/requests/{id}` */
  return (method: string, path: string, answered: Answered): string[] => {
    const operation = paths[path]?.[method.toLowerCase()]
    const place = operation
      ? ["paths", path, method.toLowerCase(), "responses", String(answered.status)]
      : ["components", "responses", `Problem${answered.status}`]
    const found = at(document, place) as DocumentedAnswer | undefined
    if (!found) return [`the status ${answered.status}`]
    const pointer = found.$ref ? found.$ref.slice(2).split("/") : place
    const answer = at(document, pointer) as DocumentedAnswer
    return [...headersBesides(answer, answered), ...contentBesides(answer, pointer, answered)]
  }

  function headersBesides({ headers = {} }: DocumentedAnswer, { header }: Answered): string[] {
    const known = Object.fromEntries(Object.entries(headers).map(([name, it]) => [name.toLowerCase(), it]))
    const more = TELLING.filter((name) => header(name) !== null && !known[name]).map((name) => `the header ${name}`)
    const less = Object.entries(known)
      .filter(([name, { required }]) => required && header(name) === null)
      .map(([name]) => `that there is no header ${name}`)
    return [...more, ...less]
  }

  function contentBesides({ content }: DocumentedAnswer, pointer: string[], { header, body }: Answered): string[] {
    const type = header("content-type")?.split(";")[0] ?? ""
    if (!content) return type || body ? [`content of the type ${type || "none"}`] : []
    if (!Object.hasOwn(content, type)) return [`content of the type ${type || "none"}`]
    if (body === undefined || !type.endsWith("json")) return []
    const schema = [...pointer, "content", type, "schema"]
    const validate = ajv.getSchema(`api#/${schema.map(escaped).join("/")}`)
    if (!validate) return [`the schema of ${type}`]
    validate(JSON.parse(body))
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || "the body"} ${message} ${JSON.stringify(params)}`,
    )
  }
}

const escaped = (part: string): string => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))

const at = (value: unknown, way: string[]): unknown =>
  way.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)

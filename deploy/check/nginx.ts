import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

export interface Places {
  folder: string
  /** Where the two processes of the app listen. */
  apps: [number, number]
  http: number
  https: number
  /** Listens without TLS and with nothing but `proxy_pass`, as many begin. */
  plain: number
}

/** A certificate that nobody has signed but itself. */
export function makeCertificate(folder: string): { certificate: string; key: string } {
  const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")]
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
  const wanted = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", certificate]
  execFileSync("openssl", ["req", ...wanted, ...subject], { stdio: "ignore" })
  return { certificate, key }
}

/** nginx with the example of this folder: what people have to fill in is filled in, and its ports are moved. */
export async function startNginx({ folder, apps, http, https, plain }: Places) {
  const { certificate, key } = makeCertificate(folder)
  const values: Record<string, string> = {
    SERVER_NAME: "localhost",
    EMERGENCY_PHONE: "0800 111 999",
    APP_1: `127.0.0.1:${apps[0]}`,
    APP_2: `127.0.0.1:${apps[1]}`,
    CERTIFICATE: certificate,
    CERTIFICATE_KEY: key,
  }
  const site = readFileSync("deploy/nginx.conf.template", "utf8")
    .replace(/^#.*\n/gm, "")
    .replace(/\$\{(\w+)\}/g, (all, name: string) => values[name] ?? all)
    .replace("listen 80;", `listen 127.0.0.1:${http};`)
    .replace("listen 443 ssl;", `listen 127.0.0.1:${https} ssl;`)
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => {
    mkdirSync(join(folder, kind), { recursive: true })
    return `${kind}_temp_path ${join(folder, kind)};`
  })
  const file = join(folder, "nginx.conf")
  const plainly = `server { listen 127.0.0.1:${plain}; client_max_body_size 310m; location / { proxy_pass http://${values.APP_1}; } }`
  writeFileSync(
    file,
    `daemon off; pid ${join(folder, "nginx.pid")}; error_log ${join(folder, "nginx.log")};
    events {}
    http { access_log ${join(folder, "access.log")}; ${temporary.join(" ")}
    ${site}
    ${plainly} }`,
  )
  execFileSync("nginx", ["-t", "-q", "-c", file], { stdio: "pipe" })
  const server = spawn("nginx", ["-c", file], { stdio: "inherit" })
  while (!(await fetch(`http://127.0.0.1:${http}`, { redirect: "manual" }).catch(() => undefined))) {
    if (server.exitCode !== null) throw new Error(readFileSync(join(folder, "nginx.log"), "utf8"))
    await sleep(50)
  }
  return {
    certificate,
    async stop() {
      const exited = once(server, "exit")
      server.kill("SIGQUIT")
      await exited
    },
  }
}

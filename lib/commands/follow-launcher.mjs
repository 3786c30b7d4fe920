/** Loaded into the app: the launcher holds the other end of standard input, and when it is killed the app stops too. */
process.stdin.on("close", () => process.kill(process.pid, "SIGTERM")).resume()
process.stdin.unref?.()

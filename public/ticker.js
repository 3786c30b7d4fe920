// Timers of pages out of sight run once a minute; those of workers go on as they are.
setInterval(() => postMessage(null), 5000)

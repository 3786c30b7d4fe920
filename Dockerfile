# One image for every configuration: it is built without a secret or a setting, and told all of them when it starts.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
RUN npm run build && mkdir data

FROM node:20.20.2-bookworm-slim
# HOSTNAME is where Next listens; Docker would put the container's id there.
ENV NODE_ENV=production \
    HOSTNAME=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data \
    NODE_OPTIONS=--max-old-space-size=512 \
    MALLOC_ARENA_MAX=2 \
    KEEP_ALIVE_TIMEOUT=75000 \
    NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY --from=build /src/.next/standalone ./
# A volume mounted here for the first time takes its owner from it.
COPY --from=build --chown=node:node /src/data /data
USER node
EXPOSE 3000
VOLUME /data
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself gets the signal, no shell and no npm between.
STOPSIGNAL SIGTERM
CMD ["node", "server.js"]

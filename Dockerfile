# Quoth in a container: see “In a container” in the README.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY . .
# Bundles the program as well, so that nothing is written to /app later.
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production QUOTH_LIBRARY=/library QUOTH_DATA=/data QUOTH_OPS_PORT=9090
WORKDIR /app
COPY --from=build /app .
RUN mkdir /library /data && chown node:node /data
USER node
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9090/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./build.mjs", "dist/main.js"]

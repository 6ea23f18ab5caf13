# Målopfølgning as an image: three stages, no root, nothing but what production needs.
# The base is a build argument, so that any image with Node 24 and npm will do.
ARG BASE=node:24-slim
FROM ${BASE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# better-sqlite3 ships its binary: no install scripts, no compiler.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

# The page at /graphiql: bundled with the packages of development, which stay here.
FROM ${BASE} AS playground
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY src/build-playground.mjs ./src/
COPY src/playground ./src/playground
COPY graphql/examples ./graphql/examples
RUN node src/build-playground.mjs

FROM ${BASE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:/data/maalopfoelgning.sqlite NODE_COMPILE_CACHE=/app/compile-cache
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
COPY db ./db
COPY graphql ./graphql
COPY openapi ./openapi
COPY --from=playground /app/dist ./dist
# Started once, so that what Node makes of the modules is in the image: a container then starts sooner, and on a read-only file system too.
RUN DATABASE_URL=file::memory: timeout 20 node --max-semi-space-size=16 --heap-growing-percent=50 src/start.mjs > /dev/null; test -n "$(ls "$NODE_COMPILE_CACHE")"
RUN mkdir -p /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=50", "src/start.mjs"]

# One image for every role: the command chooses it.
#   node src/main.ts (web)   node workers/listen.ts   node workers/intake.ts   node workers/escalate.ts   node workers/deliver.ts   node workers/reply.ts
#   node workers/audit.ts
# npm run docker:steps runs these very instructions where no Docker engine is at hand.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
ENV PRAHARI_HOST=0.0.0.0
ENV PRAHARI_DATA=/data
RUN mkdir -p /data && chown node:node /data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist/web dist/web
COPY package.json package-lock.json ./
COPY src src
COPY workers workers
COPY scripts scripts
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 CMD ["node", "scripts/healthcheck.mjs"]
CMD ["node", "src/main.ts"]

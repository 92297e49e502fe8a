# One image, three roles: serve, worker and migrate of apps/tenant; also the region and a whole trial network.
FROM node:24.21.0-trixie-slim AS build
WORKDIR /concord
ENV TURBO_TELEMETRY_DISABLED=1
COPY . .
# The version of pnpm stands once, in package.json.
RUN npm install --global "$(node -p 'require("./package.json").packageManager')" \
  && pnpm install --frozen-lockfile \
  && pnpm exec turbo run build \
  && pnpm install --frozen-lockfile --prod --config.confirmModulesPurge=false \
  && rm -rf .turbo tools/fixtures

FROM node:24.21.0-trixie-slim
WORKDIR /concord
ENV NODE_ENV=production
COPY --from=build /concord /concord
# Keys, and files where no S3 store is set, live in volumes that only the service's own user can read.
RUN mkdir -p /data /keys && chown node:node /data /keys && chmod 700 /data /keys
USER node
EXPOSE 8080
CMD ["node", "--import", "tsx", "apps/tenant/src/main.ts", "serve"]

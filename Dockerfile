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
# Keys, files where no S3 store is set, and a trial network live in volumes that only the service's own user can
# read. A volume takes its owner from the folder in the image; without one it would be root's.
RUN mkdir -p /data /keys /concord/.data \
  && chown node:node /data /keys /concord/.data \
  && chmod 700 /data /keys /concord/.data \
  && ln -s /concord/apps/ceremonies/dist/main.js /usr/local/bin/concord
USER node
EXPOSE 8080
CMD ["node", "apps/tenant/dist/main.js", "serve"]

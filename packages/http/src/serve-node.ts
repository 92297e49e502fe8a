import { createServer, type Server } from "node:http";
import { DomainError, type Logger } from "@concord/runtime";
import { getRequestListener, RequestError } from "@hono/node-server";

export interface ServeOptions {
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The address to listen on; all of them unless given. */
  readonly host?: string;
  readonly log: Logger;
  /** How long requests in flight may take to finish on close; 3,000 ms unless given. */
  readonly graceMs?: number;
}

export interface Served {
  readonly port: number;
  /** Takes no new connection, lets requests in flight finish, then cuts what is left. */
  close(): Promise<void>;
}

const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  // Longer than the usual 60 s of a proxy, so that the proxy is the one to close an idle connection.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};

/** Serves over HTTP/1.1. Rejects with `http.port-in-use` or `http.port-forbidden`, the port in `params`. */
export async function serveNode(options: ServeOptions): Promise<Served> {
  const { log } = options;
  const errorHandler = (err: unknown) => {
    if (err instanceof RequestError) return new Response("Bad request", { status: 400 });
    log.error({ err }, "a request could not be served");
    return new Response("Internal server error", { status: 500 });
  };
  const server = createServer(limits, getRequestListener(options.fetch, { errorHandler }));
  const port = await listen(server, options.port, options.host);
  log.info({ port }, "listening");
  return { port, close: () => close(server, options.graceMs ?? 3_000) };
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") reject(new DomainError("http.port-in-use", "unavailable", { port }));
      else if (error.code === "EACCES")
        reject(new DomainError("http.port-forbidden", "unavailable", { port }));
      else reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection that has just answered its last request is idle only then, so it is looked for again.
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

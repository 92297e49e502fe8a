import { accessSync, constants } from "node:fs";

export interface ServerSettings {
  readonly socketFolder: string;
  /** False trades crash safety for speed: for tests only. */
  readonly durable: boolean;
}

/** For a small machine that runs eight instances on one server, each with a few connections. */
const common = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "150",
  shared_buffers: "128MB",
  work_mem: "4MB",
  maintenance_work_mem: "64MB",
  effective_cache_size: "512MB",
  max_wal_size: "512MB",
  min_wal_size: "80MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_worker_processes: "4",
  max_parallel_workers: "2",
  max_parallel_workers_per_gather: "1",
  autovacuum_max_workers: "2",
  io_method: "sync",
  jit: "off",
  timezone: "UTC",
  // Statements and their values are personal data: the server's log says only that it lives.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
  log_autovacuum_min_duration: "-1",
};

const careless = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_wal_size: "2GB",
};

export function serverArguments(settings: ServerSettings): string[] {
  const all = {
    ...common,
    ...(settings.durable ? {} : careless),
    unix_socket_directories: settings.socketFolder,
    dynamic_shared_memory_type: hasSharedMemory() ? "posix" : "mmap",
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function hasSharedMemory(): boolean {
  if (process.platform !== "linux") return true;
  try {
    accessSync("/dev/shm", constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

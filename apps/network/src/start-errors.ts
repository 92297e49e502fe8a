import type { DomainError } from "@concord/runtime";

const texts: Record<string, (params: DomainError["params"]) => string> = {
  "http.port-in-use": ({ port }) =>
    `Port ${port} is in use. Stop the program that uses it, or choose another: PORT=4700 npm start`,
  "http.port-forbidden": ({ port }) =>
    `Port ${port} may not be used by this user. Choose one above 1023: PORT=4700 npm start`,
  "network.folder-in-use": ({ folder, pid }) =>
    `The data folder ${folder} is in use by process ${pid}. Stop that network first, or choose another folder: DATA_DIR=/other/folder npm start`,
  "network.other-layout": ({ folder, processes }) =>
    `The data folder ${folder} was filled ${processes ? "with" : "without"} --processes, which keeps the states' databases elsewhere. Start ${processes ? "with" : "without"} --processes again, choose another folder with DATA_DIR, or begin anew with --fresh, which deletes what is there.`,
  "network.folder-unwritable": ({ folder }) =>
    `The data folder ${folder} cannot be written. Give this user the right to it, or choose another: DATA_DIR=/other/folder npm start`,
  "database.folder-in-use": ({ folder }) =>
    `The database in ${folder} is in use by another process. Stop that one first.`,
  "database.folder-unwritable": ({ folder }) =>
    `The database folder ${folder} cannot be written. Give this user the right to it.`,
};

/** A fault at start, with what to do about it. */
export function explain(error: DomainError): string {
  return texts[error.code]?.(error.params) ?? `${error.code} ${JSON.stringify(error.params)}`;
}

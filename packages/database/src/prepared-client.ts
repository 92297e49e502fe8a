import type postgres from "postgres";

/**
 * The same client, on which every query is prepared on the server once per connection and then only executed.
 * Worth it for much of the same, such as an import; a connection keeps what it prepared until it is closed.
 */
export function preparedClient<Client extends postgres.Sql | postgres.TransactionSql>(
  client: Client,
): Client {
  return new Proxy(client, {
    get(target, key) {
      if (key === "unsafe") return unsafe(target);
      if (key === "begin" && "begin" in target) return begin(target);
      if (key === "savepoint" && "savepoint" in target) return savepoint(target);
      return Reflect.get(target, key);
    },
  });
}

type Values = postgres.ParameterOrJSON<never>[];

function unsafe(client: postgres.Sql | postgres.TransactionSql) {
  return (query: string, values?: Values, options?: postgres.UnsafeQueryOptions) =>
    client.unsafe(query, values, { ...options, prepare: true });
}

function begin(client: postgres.Sql) {
  return <T>(work: (tx: postgres.TransactionSql) => Promise<T>) =>
    client.begin((tx) => work(preparedClient(tx)));
}

function savepoint(client: postgres.TransactionSql) {
  return <T>(work: (tx: postgres.TransactionSql) => Promise<T>) =>
    client.savepoint((tx) => work(preparedClient(tx)));
}

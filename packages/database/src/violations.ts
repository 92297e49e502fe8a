/** Whether `error`, or what caused it, is Postgres refusing a duplicate (SQLSTATE 23505), of `constraint` if named. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, "23505", constraint);
}

/** Whether it is Postgres refusing a reference to a row that is not there (SQLSTATE 23503). */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, "23503", constraint);
}

function isViolation(error: unknown, state: string, constraint?: string): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && error.code === state) {
    return constraint === undefined || ("constraint_name" in error && error.constraint_name === constraint);
  }
  return isViolation(error.cause, state, constraint);
}
